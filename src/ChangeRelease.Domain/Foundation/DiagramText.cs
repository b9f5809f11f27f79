using System.Globalization;
using System.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Spells names so that they mean nothing but themselves.</summary>
internal static class DiagramText
{
    /// <summary>Spells a name, character by character.</summary>
    /// <param name="name">The name.</param>
    /// <param name="spell">Says how a character is written after what is written already; null for as it is.</param>
    public static string Spelled(string name, Func<Rune, StringBuilder, string?> spell)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            _ = spell(rune, text) is { } spelled ? text.Append(spelled) : text.Append(rune.ToString());
        }

        return text.ToString();
    }

    /// <summary>Whether a text ends with an ASCII word, in capitals or not.</summary>
    public static bool EndsWith(StringBuilder text, string word)
    {
        for (var at = 1; at <= word.Length; at++)
        {
            if (text.Length < at || char.ToLowerInvariant(text[^at]) != word[^at])
            {
                return false;
            }
        }

        return true;
    }

    public static string Number(Rune rune) => rune.Value.ToString(CultureInfo.InvariantCulture);
}
