using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>In what two lists of records differ, as a sentence.</summary>
internal static class RecordDifference
{
    private const int MostShown = 60;
    private const string None = "\0none";

    private static readonly (string Name, Func<EventRecord, string> Of)[] Fields =
    [
        ("stream", record => record.Stream.ToString()),
        ("version", record => FormattableString.Invariant($"{record.Version}")),
        ("type", record => record.Type),
        ("command", record => record.Command.Value),
        ("causation", record => record.Causation?.Value ?? None),
        ("actor", record => record.Actor.Value),
        ("instant", record => record.At.ToText()),
        ("payload", record => Encoding.UTF8.GetString(record.Payload.Span)),
        ("previous hash", record => record.PreviousHash.Hex),
        ("hash", record => record.Hash.Hex),
    ];

    /// <summary>The first difference, or null when there is none.</summary>
    public static string? Between(IReadOnlyList<EventRecord> due, IReadOnlyList<EventRecord> found)
    {
        for (var at = 0; at < Math.Min(due.Count, found.Count); at++)
        {
            if (due[at] != found[at])
            {
                return FormattableString.Invariant($"The one in place {at + 1} {Of(due[at], found[at])}.");
            }
        }

        return due.Count == found.Count ? null
            : due.Count > found.Count ? FormattableString.Invariant($"{due.Count - found.Count} are missing.")
            : FormattableString.Invariant($"{found.Count - due.Count} are too many.");
    }

    private static string Of(EventRecord due, EventRecord found)
    {
        foreach (var (name, of) in Fields)
        {
            if (of(due) is var was && of(found) is var became && !string.Equals(was, became, StringComparison.Ordinal))
            {
                return $"has another {name}: {Shown(became, was)}, where {Shown(was, became)} went in";
            }
        }

        return "has another payload, byte by byte";
    }

    // What is around the first character that differs.
    private static string Shown(string text, string other)
    {
        if (text == None)
        {
            return "none";
        }

        var at = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, Math.Min(at, text.Length) - (MostShown / 2));
        var shown = text.Substring(from, Math.Min(MostShown, text.Length - from));
        return FormattableString.Invariant($"{(from > 0 ? "…" : string.Empty)}'{Visible(shown)}'{(text.Length > from + MostShown ? "…" : string.Empty)} of {text.Length} characters");
    }

    private static string Visible(string text) => string.Concat(text.Select(letter => letter is > '\u001f' and < '\u007f' ? $"{letter}" : FormattableString.Invariant($"\\u{(int)letter:x4}")));
}
