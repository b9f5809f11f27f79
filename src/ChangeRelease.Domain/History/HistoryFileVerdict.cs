using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>What the verification of a history file found: in the history, and in the file that holds it (S-70).</summary>
public sealed record HistoryFileVerdict
{
    internal HistoryFileVerdict(HistoryVerdict history, Checkpoint? checkpoint, ValueList<LineFault> faults, long found) =>
        (History, Checkpoint, Faults, FaultsFound) = (history, checkpoint, faults, found);

    /// <summary>What was found in the history.</summary>
    public HistoryVerdict History { get; }

    /// <summary>The checkpoint that the file brings along; null when it has none.</summary>
    /// <remarks>It proves nothing by itself: compare its digest with the one that is kept elsewhere. When they are the same, all that it stands for is proved.</remarks>
    public Checkpoint? Checkpoint { get; }

    /// <summary>What is wrong with lines, in their order, as far as the limit goes; empty when nothing is.</summary>
    public ValueList<LineFault> Faults { get; }

    /// <summary>How many lines are wrong in all, beyond the limit, too.</summary>
    public long FaultsFound { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => FaultsFound == 0 && History.IsIntact;

    /// <summary>The verdict in a line.</summary>
    /// <returns>For example <c>Intact, 912 records, 57 streams, root 9c1185a5c5e9.</c></returns>
    public override string ToString() => FaultsFound == 0
        ? History.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{FaultsFound} {(FaultsFound == 1 ? "line" : "lines")} wrong. {string.Join(' ', Faults)}{(History.IsIntact ? string.Empty : " " + History)}");
}
