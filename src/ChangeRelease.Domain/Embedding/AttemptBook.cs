using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A command as it was decided on.</summary>
internal sealed record Attempt<TCommand>(StreamId Stream, long Version, Stamp Stamp, CommandId? Causation, TCommand Command);

/// <summary>Writes down what a desk refuses, where the host wants to know.</summary>
internal sealed class AttemptBook<TCommand>(IAttemptLog? log, Func<TCommand, byte[]> write)
{
    public ValueTask NoteAsync(Attempt<TCommand> attempt, ValueList<Refusal> refusals, CancellationToken cancellation) =>
        log is null || refusals.Count == 0 ? default : log.AddAsync(Refused(attempt, refusals), cancellation);

    private RefusedAttempt Refused(Attempt<TCommand> attempt, ValueList<Refusal> refusals) => new(
        attempt.Stream,
        attempt.Version,
        attempt.Stamp,
        attempt.Causation,
        DomainJson.Discriminator(typeof(TCommand), attempt.Command!.GetType()),
        write(attempt.Command),
        refusals);
}
