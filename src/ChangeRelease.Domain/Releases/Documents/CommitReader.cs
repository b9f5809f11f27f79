using System.Text.RegularExpressions;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Takes a message apart, line by line.</summary>
internal static partial class CommitReader
{
    public static CommitReading Read(string message) =>
        message.Length > ConventionalCommit.Longest ? Refused("too-long", FormattableString.Invariant($"The message is longer than {ConventionalCommit.Longest} characters."))
        : !Text.IsWellFormed(message) ? Refused("text-malformed", "The message holds half a surrogate pair.")
        : Lines(message) is { Length: > 0 } lines ? Read(lines)
        : Refused("empty", "The message says nothing.");

    private static CommitReading Read(string[] lines)
    {
        var faults = new List<CommitFault>();
        var header = CommitHeader.Read(lines[0], faults);
        if (lines.Length > 1 && lines[1].Length > 0)
        {
            faults.Add(new CommitFault("blank-line-missing", "No blank line stands behind the first line."));
        }

        return faults.Count > 0 ? new CommitReading(null, faults.ToValueList()) : new CommitReading(Commit(header, lines), []);
    }

    private static ConventionalCommit Commit(CommitHeader header, string[] lines)
    {
        var first = Array.FindIndex(lines, 1, line => Footer().IsMatch(line));
        while (first >= 0 && lines[first - 1].Length > 0)
        {
            first = Array.FindIndex(lines, first + 1, line => Footer().IsMatch(line));
        }

        var end = first < 0 ? lines.Length : first;
        return new ConventionalCommit(header, Joined(lines[1..end]), Footers(lines[end..]).ToValueList());
    }

    private static IEnumerable<CommitFooter> Footers(string[] lines)
    {
        for (var at = 0; at < lines.Length;)
        {
            var next = Array.FindIndex(lines, at + 1, line => Footer().IsMatch(line));
            next = next < 0 ? lines.Length : next;
            var begin = Footer().Match(lines[at]);
            yield return new CommitFooter(begin.Groups["token"].Value, Joined([begin.Groups["value"].Value, .. lines[(at + 1)..next]]));
            at = next;
        }
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines).Trim();

    // A blank line is one that shows nothing.
    private static string[] Lines(string message) => message.Normalize().ReplaceLineEndings("\n").Trim() is { Length: > 0 } text
        ? [.. text.Split('\n').Select(line => line.TrimEnd())]
        : [];

    private static CommitReading Refused(string problem, string message) => new(null, [new CommitFault(problem, message)]);

    [GeneratedRegex(@"\A(?<token>BREAKING CHANGE|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)(?:: | (?=#))(?<value>.*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Footer();
}
