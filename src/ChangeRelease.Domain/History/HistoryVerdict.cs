using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>What a verification of many streams found (S-70).</summary>
public sealed record HistoryVerdict
{
    internal HistoryVerdict(long records, StreamHeads heads, ValueList<HistoryBreak> breaks, long found) =>
        (Records, Heads, Breaks, Found) = (records, heads, breaks, found);

    /// <summary>How many records there were.</summary>
    public long Records { get; }

    /// <summary>The heads as they were found; of an intact history they are what the next checkpoint stands for.</summary>
    public StreamHeads Heads { get; }

    /// <summary>What is wrong, in the order in which it was found, as far as the limit goes; empty when nothing is.</summary>
    public ValueList<HistoryBreak> Breaks { get; }

    /// <summary>How much is wrong in all, beyond the limit, too.</summary>
    public long Found { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Found == 0;

    /// <summary>The verdict in a line.</summary>
    /// <returns>For example <c>Intact, 912 records, 57 streams, root 9c1185a5c5e9.</c></returns>
    public override string ToString() => IsIntact
        ? string.Create(CultureInfo.InvariantCulture, $"Intact, {Records} records, {Heads}.")
        : string.Create(CultureInfo.InvariantCulture, $"{Found} wrong. {string.Join(' ', Breaks)}");
}
