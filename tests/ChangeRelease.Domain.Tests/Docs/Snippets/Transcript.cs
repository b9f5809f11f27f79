using System.Text;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>Stands in for the console, and keeps what each snippet prints apart.</summary>
internal sealed class Transcript
{
    private readonly Dictionary<string, StringBuilder> _printed = new(StringComparer.Ordinal);
    private StringBuilder _now = new();

    public IReadOnlyDictionary<string, string> Printed => _printed
        .Where(entry => entry.Value.Length > 0)
        .ToDictionary(entry => entry.Key, entry => Layout.Flush(entry.Value.ToString()), StringComparer.Ordinal);

    /// <summary>From here on another snippet prints.</summary>
    public void Turn(string snippet) => _printed.Add(snippet, _now = new StringBuilder());

    public void WriteLine(object? value) => _now.Append(value).Append('\n');
}
