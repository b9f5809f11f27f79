using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One thing that release notes tell, from a commit or written by hand.</summary>
/// <param name="Category">Under which heading it stands.</param>
/// <param name="Text">What it says.</param>
public sealed record ReleaseNote(NoteCategory Category, string Text)
{
    private const string Marking = "Release-Notes";

    /// <summary>What it says, in Unicode normal form C.</summary>
    public string Text { get; init => field = Foundation.Text.Canonical(value, nameof(Text)); } = Foundation.Text.Canonical(Text, nameof(Text));

    /// <summary>The part of the code it is about; null when it does not say.</summary>
    public string? Scope { get; init => field = value is null ? null : Foundation.Text.Canonical(value, nameof(Scope)); }

    /// <summary>What it breaks; empty when it breaks nothing.</summary>
    public ValueList<string> Breaking { get; init => field = value.Select(text => Foundation.Text.Canonical(text, nameof(Breaking))).ToValueList(); } = [];

    /// <summary>Where it comes from, for example a commit's hash; told inside only, and null when there is nothing.</summary>
    public string? Source { get; init => field = value is null ? null : Foundation.Text.Canonical(value, nameof(Source)); }

    /// <summary>Whether it is for those inside only. Unless it is said, whatever stands under <see cref="NoteCategory.Other"/> and breaks nothing is.</summary>
    public bool IsInternal { get; init; } = Category == NoteCategory.Other;

    /// <summary>Makes a note of a commit.</summary>
    /// <remarks>
    /// A footer <c>Release-Notes: internal</c> keeps a note inside, and <c>Release-Notes: external</c> shows it. What breaks something is shown unless it is kept inside.
    /// A message that is no conventional commit is not lost: its first line becomes a note under <see cref="NoteCategory.Other"/>.
    /// </remarks>
    /// <param name="commit">The commit's hash, or whatever names it.</param>
    /// <param name="message">The commit's whole message.</param>
    /// <returns>The note.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument holds half a surrogate pair.</exception>
    public static ReleaseNote Of(string commit, string message)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return ConventionalCommit.Read(message).Value is { } read
            ? Of(read) with { Source = commit }
            : new ReleaseNote(NoteCategory.Other, message.ReplaceLineEndings("\n").Trim().Split('\n')[0]) { Source = commit };
    }

    private static ReleaseNote Of(ConventionalCommit commit) => new(CategoryOf(commit.Type), commit.Description)
    {
        Scope = commit.Scope,
        Breaking = commit.Breaking,
        IsInternal = commit.Footers.LastOrDefault(footer => footer.Is(Marking)) is { } marked
            ? !string.Equals(marked.Value, "external", StringComparison.OrdinalIgnoreCase)
            : CategoryOf(commit.Type) == NoteCategory.Other && !commit.IsBreaking,
    };

    private static NoteCategory CategoryOf(string type) => type switch
    {
        "feat" => NoteCategory.New,
        "fix" => NoteCategory.Fixed,
        "perf" => NoteCategory.Faster,
        "revert" => NoteCategory.Reverted,
        _ => NoteCategory.Other,
    };
}
