using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What differs between two definitions, to be read before lives are moved from one to the other (S-13).</summary>
/// <remarks>
/// It is empty exactly when both tables are equal apart from id, version, and what they were derived from. States are told apart by
/// name, rows by state and trigger, as in tables that were verified.
/// </remarks>
public sealed record LifecycleDiff
{
    private LifecycleDiff(LifecycleRef before, LifecycleRef after, ValueList<LifecycleDifference> differences) =>
        (Before, After, Differences) = (before, after, differences);

    /// <summary>The earlier definition.</summary>
    public LifecycleRef Before { get; }

    /// <summary>The later definition.</summary>
    public LifecycleRef After { get; }

    /// <summary>Every difference: of states, ends, triggers and rows, each in the order of the earlier table and then of the later one.</summary>
    public ValueList<LifecycleDifference> Differences { get; }

    /// <summary>Whether the tables are equal.</summary>
    public bool IsEmpty => Differences.Count == 0;

    /// <summary>Compares two definitions.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <returns>What differs.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static LifecycleDiff Between(LifecycleDescription before, LifecycleDescription after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new LifecycleDiff(before.ToReference(), after.ToReference(), TableComparison.Of(before, after));
    }

    /// <summary>The differences as a Markdown table; names are escaped, so none can change the table.</summary>
    /// <returns>The table's source, lines ending in a line feed; the same bytes for the same two definitions.</returns>
    public string ToMarkdown()
    {
        var text = new StringBuilder("| where | what | before | after |\n|---|---|---|---|\n");
        foreach (var difference in Differences)
        {
            text.Append('|').AppendJoin('|', ((string[])[difference.Place, difference.Sentence, difference.Before, difference.After]).Select(Cell)).Append("|\n");
        }

        return text.ToString();
    }

    /// <summary>The differences in groups, one on each line.</summary>
    /// <returns>Lines joined by line feeds, without one at the end.</returns>
    public override string ToString()
    {
        var lines = new List<string> { IsEmpty ? $"{Before} to {After}: no difference" : $"{Before} to {After}" };
        foreach (var section in Differences.GroupBy(difference => difference.Section, StringComparer.Ordinal))
        {
            lines.Add(section.Key);
            lines.AddRange(section.Select(difference => $"  {difference}"));
        }

        return string.Join('\n', lines);
    }

    private static string Cell(string value) => value.Length == 0 ? " " : $" {string.Concat(value.Select(Escaped))} ";

    // Any mark of punctuation may stand behind a backslash in Markdown; these are the ones that mean something inside of a cell.
    private static string Escaped(char mark) => "\\`*_[]<>|&~$".Contains(mark, StringComparison.Ordinal) ? $"\\{mark}" : mark.ToString();
}
