using System.Globalization;
using System.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Where a walk through a document is; written out only when there is a fault to tell.</summary>
internal sealed class DocumentPath
{
    private const int MostShown = 64;

    private readonly List<(string? Name, int Index)> _steps = [];

    public void Enter(string name) => _steps.Add((name, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach (var (name, index) in _steps)
        {
            text.Append(name is null ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : Member(name));
        }

        return text.ToString();
    }

    /// <summary>A member as a step of a path.</summary>
    public static string Member(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
        ? $".{Shown(name)}"
        : $"['{Shown(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";

    /// <summary>A text as messages show it: not at length, and without what would break a line.</summary>
    public static string Shown(string text)
    {
        var cut = text.Length <= MostShown ? text : $"{text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)]}…";
        return OneLine(cut);
    }

    /// <summary>A text without what would break a line.</summary>
    public static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString())) : text;
}
