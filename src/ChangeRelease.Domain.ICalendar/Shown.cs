namespace ChangeRelease.Domain.ICalendar;

/// <summary>What was read, as it may be shown: enough to find it, and nothing that could hurt where it is shown.</summary>
internal static class Shown
{
    public const int Most = 40;

    public static string Of(string text) => All(text.Length > Most ? text[..Most] : text) + (text.Length > Most ? "…" : string.Empty);

    public static string All(string text) => string.Concat(text.Select(character => character is >= ' ' and <= '~' ? character : '?'));
}
