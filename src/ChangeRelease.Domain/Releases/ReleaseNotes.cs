using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a release brings, from the changes it carries (S-55).</summary>
public sealed record ReleaseNotes
{
    private ReleaseNotes(Release release, ValueList<CarriedChange> changes) =>
        (Id, Title, Version, Type, State, Changes) = (release.Id, release.Content.Title, release.Content.Version, release.Content.Type, release.Status.Name, changes);

    /// <summary>The release.</summary>
    public ReleaseId Id { get; }

    /// <summary>What it is called.</summary>
    public string Title { get; }

    /// <summary>The version it brings.</summary>
    public string Version { get; }

    /// <summary>What kind of release it is.</summary>
    public ReleaseType Type { get; }

    /// <summary>The name of the state it is in.</summary>
    public string State { get; }

    /// <summary>The changes it carries, in the order of its scope.</summary>
    public ValueList<CarriedChange> Changes { get; }

    /// <summary>Writes notes.</summary>
    /// <param name="release">The release.</param>
    /// <param name="changes">The changes it carries, as they stand.</param>
    /// <returns>The notes.</returns>
    public static ReleaseNotes Of(Release release, ValueList<CarriedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(changes);
        return new ReleaseNotes(release, changes);
    }

    /// <summary>The notes as Markdown; what people wrote is escaped, so that it cannot change the page.</summary>
    /// <returns>A heading, a line about the release, and one item for each change; lines end in a line feed.</returns>
    public string ToMarkdown()
    {
        var head = $"# {Escaped(Title)} ({Escaped(Version)})\n\n{Escaped(Id.Value, begins: true)}, {Escaped(Type.Value)}: {Escaped(State)}\n\n";
        return head + string.Concat(Changes.Select(Item));
    }

    private static string Item(CarriedChange change) =>
        $"- {Escaped(change.Title, begins: true)} ({Escaped(change.Id.Value)}, {Escaped(change.Type)}): {Escaped(string.Join(", ", change.Services))}; {Escaped(change.Status)}\n";

    private static string Escaped(string text, bool begins = false)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
        return string.Concat(line.Select((character, at) => NeedsEscape(line, at, begins) ? $"\\{character}" : character.ToString()));
    }

    // What means something anywhere; what begins a list, a rule or an underline at the beginning; and what would make a link of a bare address.
    private static bool NeedsEscape(string line, int at, bool begins) => line[at] switch
    {
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&' or '$' or '@' or ':' => true,
        '-' or '+' or '=' => begins && at == 0,
        '.' => (begins && IsNumber(line.AsSpan(0, at))) || line.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        ')' => begins && IsNumber(line.AsSpan(0, at)),
        _ => false,
    };

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}

/// <summary>A change aboard a release, as its notes tell it.</summary>
/// <param name="Id">The change.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Type">The id of its change model.</param>
/// <param name="Services">The services it affects.</param>
/// <param name="Status">The name of the state it is in.</param>
public sealed record CarriedChange(ChangeId Id, string Title, string Type, ValueList<ServiceId> Services, string Status);
