using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <content>What a change must say before it is handed in.</content>
public static partial class Needs
{
    /// <summary>The change has a title.</summary>
    public static Requirement<ChangeAttempt> Title { get; } =
        Filled("change.title.missing", "a title", content => !Text.IsBlank(content.Title));

    /// <summary>The change says why it is wanted.</summary>
    public static Requirement<ChangeAttempt> Justification { get; } =
        Filled("change.justification.missing", "a justification", content => !Text.IsBlank(content.Justification));

    /// <summary>The change names the services it affects.</summary>
    public static Requirement<ChangeAttempt> AffectedServices { get; } =
        Filled("change.services.missing", "the affected services", content => content.Services.Count > 0);

    /// <summary>The change names the environments it is made in.</summary>
    public static Requirement<ChangeAttempt> TargetEnvironments { get; } =
        Filled("change.environments.missing", "the environments", content => content.Environments.Count > 0);

    /// <summary>A person stands behind the request (S-24).</summary>
    public static Requirement<ChangeAttempt> Requester { get; } = Need(
            "change.requester.missing", "A person stands behind the request.", attempt => attempt.Change.Requester.Person is not null)
        .Explains(attempt => Why.Because($"{attempt.Change.Requester} opened the change, and no person answers for that account."))
        .CuredBy(Remedy.Do("Name the owner of the service account, and open the change again"));

    /// <summary>An emergency names its incident.</summary>
    public static Requirement<ChangeAttempt> Incident { get; } =
        Filled("change.incident.missing", "the incident", content => content.Incident is not null);

    /// <summary>A retrospective change says what was done.</summary>
    public static Requirement<ChangeAttempt> DeedDone { get; } =
        Filled("change.deed.what-missing", "what was done", content => !Text.IsBlank(content.Deed?.What));

    /// <summary>A retrospective change says when it was done.</summary>
    public static Requirement<ChangeAttempt> DeedWhen { get; } =
        Filled("change.deed.when-missing", "when it was done", content => content.Deed?.When is not null);

    /// <summary>A retrospective change was done before now.</summary>
    public static Requirement<ChangeAttempt> DeedPast { get; } = Need(
            "change.deed.not-yet-done", "What was done was done before now.", attempt => attempt.Change.Content.Deed!.When <= attempt.Stamp.At)
        .Explains(attempt => Why.Because($"The content says it was done at {attempt.Change.Content.Deed!.When?.ToText()}, which is yet to come."))
        .CuredBy(Remedy.Do("Amend when it was done, or open a change that is planned"))
        .After(DeedWhen);

    /// <summary>A retrospective change says who did it.</summary>
    public static Requirement<ChangeAttempt> DeedBy { get; } =
        Filled("change.deed.who-missing", "who did it", content => content.Deed?.By is not null);

    /// <summary>The edit changes something.</summary>
    public static Requirement<ChangeAttempt> SomeEdit { get; } = Need(
            "change.amendment.empty", "The amendment differs from what is there.", attempt => ChangeFields.Changed(attempt.Change.Content, attempt.ContentAfter).Count > 0)
        .CuredBy(Remedy.Do("Change a field, or leave the content as it is"))
        .About(ChangeParameters.Content);

    /// <summary>The other change model is known.</summary>
    public static Requirement<ChangeAttempt> OtherModelKnown { get; } = Need(
            "change.type.unknown", "The change model is known.", attempt => OtherModel(attempt) is not null)
        .Explains(attempt => Why.Because($"There is no change model '{(attempt.Command as RetypeChange)?.Model}'.").Seeing("known", attempt.Facts.Models.All))
        .CuredBy(Remedy.Do("Name one of the known change models"))
        .About(ChangeParameters.Model);

    /// <summary>The other change model begins in the state that the change is in.</summary>
    public static Requirement<ChangeAttempt> OtherModelFits { get; } = Need(
            "change.type.begins-elsewhere", "The other change model begins where the change is.", attempt => OtherModel(attempt)!.Lifecycle.Description.Start == attempt.Change.Status)
        .Explains(attempt => Why.Because($"The model {OtherModel(attempt)} begins in {OtherModel(attempt)!.Lifecycle.Description.Start}, and the change is in {attempt.Change.Status}."))
        .CuredBy(Remedy.Do("Open a new change under that model"))
        .About(ChangeParameters.Model)
        .After(OtherModelKnown);

    /// <summary>The other change model is another one.</summary>
    public static Requirement<ChangeAttempt> OtherModelDiffers { get; } = Need(
            "change.type.same", "The other change model is another one.", attempt => OtherModel(attempt)!.Lifecycle.Reference != attempt.Change.Model)
        .CuredBy(Remedy.Do("Nothing to do: the change has that type"))
        .About(ChangeParameters.Model)
        .After(OtherModelKnown);

    internal static ChangeModel? OtherModel(ChangeAttempt attempt) =>
        attempt.Command is RetypeChange { Model: { } id } ? attempt.Facts.Models.Latest(id) : null;
}
