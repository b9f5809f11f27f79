using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What a desk said to a command, of whatever room it is.</summary>
/// <param name="Stream">Whose history it is in.</param>
/// <param name="Refusals">Every reason for a "no"; none when it was accepted.</param>
/// <param name="Version">The version of that history that this holds for.</param>
/// <param name="Events">How much happened; nothing when it had taken effect before.</param>
internal sealed record Answer(StreamId Stream, ValueList<Refusal> Refusals, long Version, int Events)
{
    public bool IsAccepted => Refusals.Count == 0;

    public string Codes => string.Join(' ', Refusals.Select(refusal => refusal.Code));

    public static Answer Of<TSubject, TEvent>(StreamId stream, Outcome<TSubject, TEvent> outcome)
        where TSubject : class => new(stream, outcome.Refusals, outcome.Version, outcome.Events.Count);

    public override string ToString() => IsAccepted
        ? FormattableString.Invariant($"{Events} events, {Stream} at {Version}")
        : string.Join("; ", Refusals.Select(refusal => refusal.ToString()));
}
