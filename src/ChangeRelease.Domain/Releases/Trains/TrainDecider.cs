using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Decides on commands on trains: the one evaluator behind asking and doing (S-1). Pure (S-2).</summary>
public static class TrainDecider
{
    /// <summary>Decides on a command.</summary>
    /// <param name="train">The train as it is; null before it is opened.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <returns>The events, none when it is so already or the command had already taken effect (S-5), or every refusal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> or <paramref name="facts"/> is null.</exception>
    public static Decision<TrainEvent> Decide(ReleaseTrain? train, TrainCommand command, TrainFacts facts)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        return train?.Applied.ContentOf(facts.Stamp.Command) is { } said ? Repeated(said, command, facts)
            : Before(train, command, facts) is { } refusal ? Decision.Refuse<TrainEvent>(refusal)
            : Take(new TrainAttempt(train, command, facts));
    }

    private static Refusal? Before(ReleaseTrain? train, TrainCommand command, TrainFacts facts) => (train, command) switch
    {
        (null, not OpenTrain) => TrainRefusals.NotOpened,
        (not null, OpenTrain) => TrainRefusals.OpenedAlready(train.Id),
        (not null, _) when facts.Stamp.At < train.LastAt => TrainRefusals.TimeRunsBackwards(train.LastAt, facts.Stamp),
        _ => null,
    };

    private static Decision<TrainEvent> Take(TrainAttempt attempt)
    {
        var refusals = Unmet.Of(attempt, attempt.Command.Asks(attempt));
        return refusals.Count > 0 ? Decision.Refuse<TrainEvent>(refusals) : Decision.Accept<TrainEvent>([.. attempt.Command.Happened(attempt)]);
    }

    private static Decision<TrainEvent> Repeated(Digest said, TrainCommand command, TrainFacts facts) => said == TrainJson.DigestOf(command)
        ? Decision.Accept<TrainEvent>()
        : Decision.Refuse<TrainEvent>(TrainRefusals.Reused(facts.Stamp.Command));
}
