using System.Text.Json;
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
        PayloadOf(attempt.Command),
        refusals);

    // Nonsense is refused as well, and some of it no JSON can say: the "no" must not be lost over that.
    private byte[] PayloadOf(TCommand command)
    {
        try
        {
            return write(command);
        }
        catch (Exception unsaid) when (unsaid is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }
}
