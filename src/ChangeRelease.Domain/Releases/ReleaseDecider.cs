using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Decides on releases: the one evaluator behind asking, doing and dry runs (S-1). Pure (S-2).</summary>
public static class ReleaseDecider
{
    /// <summary>Decides on a command.</summary>
    /// <param name="release">The release as it is; null when it does not exist yet.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <returns>The events, none when the command had already taken effect (S-5), or every refusal.</returns>
    public static Decision<ReleaseEvent> Decide(Release? release, ReleaseCommand command, ReleaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        return DecidePlain(release, ReleaseForms.Plain(command), facts);
    }

    /// <summary>Asks what may be done with a release now, and why the rest may not (S-7).</summary>
    /// <param name="release">The release as it is.</param>
    /// <param name="facts">What is known; the stamp says who asks, and when.</param>
    /// <returns>A prospect for each trigger of the release's model; null when that model is not known.</returns>
    public static Prospects? Ask(Release release, ReleaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(facts);
        var prospects = Model(release, facts) is { } model
            ? model.Lifecycle.Ask(release.Status, release.Version, trigger => new ReleaseAttempt(release, new ActOnRelease(trigger), facts, model))
            : null;
        return facts.Stamp.At < release.LastAt ? prospects?.Refusing(ReleaseRefusals.Before.TimeRunsBackwards(release.LastAt, facts.Stamp)) : prospects;
    }

    /// <summary>Judges the slots of a scheduled release again (S-49): after the calendar, or the time zone data under it, have changed.</summary>
    /// <param name="release">The release as it is.</param>
    /// <param name="facts">What is known; the stamp says on whose behalf, since freezes may exempt their roles.</param>
    /// <returns>The command that takes the slots away, with every reason; null when they stand, when there are none, or when it is not known.</returns>
    public static UnscheduleRelease? ReviewSlots(Release release, ReleaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(facts);
        return Model(release, facts) is { } model && model.Lifecycle.At(release.Status)?.Row(ReleaseTriggers.Unschedule) is not null
            ? SlotReview.ReasonFor(facts.Calendar, Needs.Slots.Broken(new ReleaseAttempt(release, new UnscheduleRelease(string.Empty), facts, model))) is { } reason ? new UnscheduleRelease(reason) : null
            : null;
    }

    /// <summary>Asks what a rollout has to do by itself now, by its slots and by the contracts of windows that ended and of freezes (S-47): for whoever watches rollouts.</summary>
    /// <param name="release">The release as it is.</param>
    /// <param name="facts">What is known; the stamp says when.</param>
    /// <returns>The command that pauses it or rolls it back, with the reason; null when it may go on, when it is not going out, or when the calendar is not known.</returns>
    public static ReleaseCommand? ReviewRollout(Release release, ReleaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(facts);
        return release.Status == ReleaseStates.Deploying && Model(release, facts) is { } model && new ReleaseAttempt(release, new FinishRollout(), facts, model) is { SlotCase.CanJudge: true } attempt
            ? attempt.Flight.Asks()
            : null;
    }

    private static Decision<ReleaseEvent> DecidePlain(Release? release, ReleaseCommand command, ReleaseFacts facts) => release switch
    {
        null => command is OpenRelease open ? Open(open, facts) : Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Before.Missing(command.Trigger)),
        _ when release.Applied.ContentOf(facts.Stamp.Command) is { } said => Repeated(said, command, facts),
        _ when command is OpenRelease => Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Before.Exists(release.Id, release.Status)),
        _ when facts.Stamp.At < release.LastAt => Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Before.TimeRunsBackwards(release.LastAt, facts.Stamp)),
        _ when command is MigrateRelease && Model(release, facts) is { } left => ReleaseMigration.Decide(new ReleaseAttempt(release, command, facts, left)),
        _ when Model(release, facts) is { } model => Take(new ReleaseAttempt(release, command, facts, model)),
        _ => Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Before.ModelUnknown(release.Model)),
    };

    private static ReleaseModel? Model(Release release, ReleaseFacts facts) =>
        facts.Models.FirstOrDefault(model => model.Lifecycle.Reference == release.Model);

    private static Decision<ReleaseEvent> Take(ReleaseAttempt attempt)
    {
        var (lifecycle, status) = (attempt.Model.Lifecycle, attempt.Release.Status);
        var verdict = attempt.Command is ActOnRelease act
            ? lifecycle.Take(status, act.Act, attempt, act.Arguments)
            : lifecycle.Take(status, attempt.Command.Trigger!, attempt);
        return verdict.Destination is { } destination
            ? Decision.Accept(attempt.Command.Happened(attempt, Header(attempt.Facts, attempt.Command, destination, attempt.ContentAfter)))
            : Decision.Refuse<ReleaseEvent>(verdict.Refusals);
    }

    private static Decision<ReleaseEvent> Open(OpenRelease open, ReleaseFacts facts)
    {
        var model = facts.Models[^1].Lifecycle;
        return Decision.Accept<ReleaseEvent>(
            new ReleaseOpened(Header(facts, open, model.Description.Start, open.Content), open.Id, model.Reference, open.Content));
    }

    private static Decision<ReleaseEvent> Repeated(Digest said, ReleaseCommand command, ReleaseFacts facts) =>
        said == ReleaseJson.DigestOf(command)
            ? Decision.Accept<ReleaseEvent>()
            : Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Before.Reused(facts.Stamp.Command));

    private static EventHeader Header(ReleaseFacts facts, ReleaseCommand command, State status, ReleaseContent content) =>
        new(facts.Stamp, status, ReleaseFields.DigestOf(content), ReleaseJson.DigestOf(command), facts.Basis);
}
