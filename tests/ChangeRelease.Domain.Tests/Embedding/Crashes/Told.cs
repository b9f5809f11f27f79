using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>What became of an errand.</summary>
/// <param name="Stream">Whose history it is in.</param>
/// <param name="Refusals">Every reason for a "no"; none when it was accepted.</param>
/// <param name="Version">The version of that history that this holds for.</param>
/// <param name="Events">How many events it came to; none when it had taken effect before.</param>
internal sealed record Told(StreamId Stream, ValueList<Refusal> Refusals, long Version, int Events)
{
    public bool IsAccepted => Refusals.Count == 0;

    public override string ToString() => IsAccepted
        ? FormattableString.Invariant($"{Events} events, {Stream} at {Version}")
        : string.Join("; ", Refusals.Select(refusal => refusal.ToString()));
}
