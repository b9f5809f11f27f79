using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class ChangeRefusals
{
    public static Refusal Missing(ChangeCommand command) => Refusal.Of(
        "change.request.missing",
        "The change exists.",
        Why.Because($"There is no change that {command.Trigger?.Value ?? "a migration"} could be taken on.").CuredBy(Remedy.Do("Open the change first, or check its name")));

    public static Refusal Exists(ChangeRequest change) => Refusal.Of(
        "change.request.exists",
        "The change does not exist yet.",
        Why.Because($"The change {change.Id} was opened before.").Seeing("state", change.Status).CuredBy(Remedy.Do("Open the change under another name")));

    public static Refusal Reused(CommandId command) => Refusal.Of(
        "change.request.command-id-reused",
        "A command's identity stands for one content.",
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public static Refusal TimeRunsBackwards(ChangeRequest change, Stamp stamp) => Refusal.Of(
        "change.time.backwards",
        "Time does not run backwards in a change's history.",
        Why.Because($"The latest event is of {change.LastAt.ToText()}, and the command is of {stamp.At.ToText()}.")
            .Seeing("latest event", change.LastAt.ToText())
            .CuredFrom(change.LastAt));

    public static Refusal ModelUnknown(ChangeRequest change) => Refusal.Of(
        "change.model.unknown",
        "The change model that the change lives under is known.",
        Why.Because($"The change lives under {change.Model}, which is not among the known models.")
            .CuredBy(Remedy.Do($"Add {change.Model} to the models that the host knows")));

    public static Refusal NoSuchModel(OpenChange open, ChangeFacts facts) => Refusal.Of(
        "change.model.unknown",
        "The change model is known.",
        Why.Because($"There is no change model '{open.Model}'.")
            .Seeing("known", facts.Models.All)
            .CuredBy(Remedy.Do("Name one of the known change models")));
}
