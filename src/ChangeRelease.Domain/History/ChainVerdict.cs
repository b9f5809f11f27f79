using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>What a walk along a hash chain found: that it is intact, or everything that is wrong with it (S-70).</summary>
public sealed record ChainVerdict
{
    internal ChainVerdict(int length, Digest head, ValueList<ChainBreak> breaks) => (Length, Head, Breaks) = (length, head, breaks);

    /// <summary>How many records the chain had.</summary>
    public int Length { get; }

    /// <summary>The hash that the last record carries; <see cref="Digest.Zero"/> when there is none.</summary>
    /// <remarks>Kept elsewhere together with <see cref="Length"/>, it is the checkpoint by which a later walk can tell a lost or rewritten end.</remarks>
    public Digest Head { get; }

    /// <summary>Everything that is wrong, in the order of the records; empty when the chain is intact.</summary>
    public ValueList<ChainBreak> Breaks { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Breaks.Count == 0;

    /// <summary>The first thing that is wrong; null when the chain is intact.</summary>
    public ChainBreak? FirstBreak => IsIntact ? null : Breaks[0];

    /// <summary>The verdict in a line.</summary>
    /// <returns>For example <c>Intact, 16 records, head 9c1185a5c5e9.</c></returns>
    public override string ToString() => IsIntact
        ? string.Create(CultureInfo.InvariantCulture, $"Intact, {Length} records, head {Head.Abbreviated}.")
        : string.Join(' ', Breaks);
}
