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
        return release switch
        {
            null => command is OpenRelease open ? Open(open, facts) : Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Missing(command)),
            _ when release.Applied.ContentOf(facts.Stamp.Command) is { } said => Repeated(said, command, facts),
            _ when command is OpenRelease => Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Exists(release)),
            _ when facts.Stamp.At < release.LastAt => Decision.Refuse<ReleaseEvent>(ReleaseRefusals.TimeRunsBackwards(release, facts.Stamp)),
            _ when facts.Models.FirstOrDefault(model => model.Lifecycle.Reference == release.Model) is { } model => command is MigrateRelease
                ? ReleaseMigration.Decide(new ReleaseAttempt(release, command, facts, model))
                : Take(new ReleaseAttempt(release, command, facts, model)),
            _ => Decision.Refuse<ReleaseEvent>(ReleaseRefusals.ModelUnknown(release)),
        };
    }

    private static Decision<ReleaseEvent> Take(ReleaseAttempt attempt)
    {
        var verdict = attempt.Model.Lifecycle.Take(attempt.Release.Status, attempt.Command.Trigger!, attempt);
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
            : Decision.Refuse<ReleaseEvent>(ReleaseRefusals.Reused(facts.Stamp.Command));

    private static EventHeader Header(ReleaseFacts facts, ReleaseCommand command, State status, ReleaseContent content) =>
        new(facts.Stamp, status, ReleaseFields.DigestOf(content), ReleaseJson.DigestOf(command), facts.Basis);
}
