using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Decides on changes: the one evaluator behind asking, doing and dry runs (S-1). Pure (S-2).</summary>
public static class ChangeDecider
{
    /// <summary>Decides on a command.</summary>
    /// <param name="change">The change as it is; null when it does not exist yet.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <returns>The events, none when the command had already taken effect (S-5), or every refusal.</returns>
    public static Decision<ChangeEvent> Decide(ChangeRequest? change, ChangeCommand command, ChangeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        return DecidePlain(change, ChangeForms.Plain(command), facts);
    }

    /// <summary>Asks what may be done with a change now, and why the rest may not (S-7).</summary>
    /// <param name="change">The change as it is.</param>
    /// <param name="facts">What is known; the stamp says who asks, and when.</param>
    /// <returns>A prospect for each trigger of the change's model; null when that model is not known.</returns>
    public static Prospects? Ask(ChangeRequest change, ChangeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(facts);
        var prospects = facts.Models.Find(change.Model) is { } model
            ? model.Lifecycle.Ask(change.Status, change.Version, trigger => new ChangeAttempt(change, new ActOnChange(trigger), facts, model))
            : null;
        return facts.Stamp.At < change.LastAt ? prospects?.Refusing(ChangeRefusals.Before.TimeRunsBackwards(change.LastAt, facts.Stamp)) : prospects;
    }

    /// <summary>Judges the slots of a scheduled change again (S-49): after the calendar, or the time zone data under it, have changed.</summary>
    /// <param name="change">The change as it is.</param>
    /// <param name="facts">What is known; the stamp says on whose behalf, since freezes may exempt their roles.</param>
    /// <returns>The command that takes the slots away, with every reason; null when they stand, when there are none, or when it is not known.</returns>
    public static UnscheduleChange? ReviewSlots(ChangeRequest change, ChangeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Models.Find(change.Model) is { } model && model.Lifecycle.At(change.Status)?.Row(ChangeTriggers.Unschedule) is not null
            ? SlotReview.ReasonFor(facts.Calendar, Needs.Slots.Broken(new ChangeAttempt(change, new UnscheduleChange(string.Empty), facts, model))) is { } reason ? new UnscheduleChange(reason) : null
            : null;
    }

    private static Decision<ChangeEvent> DecidePlain(ChangeRequest? change, ChangeCommand command, ChangeFacts facts) => change switch
    {
        null => command is OpenChange open ? Open(open, facts) : Decision.Refuse<ChangeEvent>(ChangeRefusals.Before.Missing(command.Trigger)),
        _ when change.Applied.ContentOf(facts.Stamp.Command) is { } said => Repeated(said, command, facts),
        _ when command is OpenChange => Decision.Refuse<ChangeEvent>(ChangeRefusals.Before.Exists(change.Id, change.Status)),
        _ when command.IsAlreadySo(change) => Decision.Accept<ChangeEvent>(),
        _ when facts.Stamp.At < change.LastAt => Decision.Refuse<ChangeEvent>(ChangeRefusals.Before.TimeRunsBackwards(change.LastAt, facts.Stamp)),
        _ when command is MigrateChange && facts.Models.Find(change.Model) is { } left => ChangeMigration.Decide(new ChangeAttempt(change, command, facts, left)),
        _ when facts.Models.Find(change.Model) is { } model => Take(new ChangeAttempt(change, command, facts, model)),
        _ => Decision.Refuse<ChangeEvent>(ChangeRefusals.Before.ModelUnknown(change.Model)),
    };

    private static Decision<ChangeEvent> Take(ChangeAttempt attempt)
    {
        var (lifecycle, status) = (attempt.Model.Lifecycle, attempt.Change.Status);
        var verdict = attempt.Command is ActOnChange act
            ? lifecycle.Take(status, act.Act, attempt, act.Arguments)
            : lifecycle.Take(status, attempt.Command.Trigger!, attempt);
        if (verdict.Destination is not { } destination)
        {
            return Decision.Refuse<ChangeEvent>(verdict.Refusals);
        }

        var model = verdict.Exit ?? Needs.OtherModel(attempt)?.Lifecycle.Reference ?? attempt.Change.Model;
        var header = Header(attempt.Facts, attempt.Command, destination, DigestAfter(attempt, model));
        return Decision.Accept(attempt.Command.Happened(attempt, header, model));
    }

    private static Decision<ChangeEvent> Open(OpenChange open, ChangeFacts facts)
    {
        if (facts.Models.Latest(open.Model) is not { } model)
        {
            return Decision.Refuse<ChangeEvent>(ChangeRefusals.NoSuchModel(open, facts));
        }

        // An assessment is an act of its own, never part of what the requester writes (S-8).
        var content = open.Content with { Assessment = null };
        var header = Header(facts, open, model.Lifecycle.Description.Start, ChangeFields.DigestOf(model.Id, content));
        return Decision.Accept<ChangeEvent>(new ChangeOpened(header, open.Id, model.Lifecycle.Reference, content));
    }

    // What is not edited keeps the digest that its votes name, even when later versions know more fields (S-6).
    private static Digest DigestAfter(ChangeAttempt attempt, LifecycleRef model) =>
        ReferenceEquals(attempt.ContentAfter, attempt.Change.Content) && string.Equals(model.Id, attempt.Change.Model.Id, StringComparison.Ordinal)
            ? attempt.Change.Digest
            : ChangeFields.DigestOf(model.Id, attempt.ContentAfter);

    private static Decision<ChangeEvent> Repeated(Digest said, ChangeCommand command, ChangeFacts facts) =>
        said == ChangeJson.DigestOf(command)
            ? Decision.Accept<ChangeEvent>()
            : Decision.Refuse<ChangeEvent>(ChangeRefusals.Before.Reused(facts.Stamp.Command));

    private static EventHeader Header(ChangeFacts facts, ChangeCommand command, State status, Digest content) =>
        new(facts.Stamp, status, content, ChangeJson.DigestOf(command), facts.Basis);
}
