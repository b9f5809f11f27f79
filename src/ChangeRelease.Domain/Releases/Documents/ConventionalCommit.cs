using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A commit's message by Conventional Commits 1.0.0 (conventionalcommits.org): <c>type(scope)!: description</c>, a body, and footers.</summary>
/// <remarks>The type is the same in whatever case and is kept in lower case; lines end in line feeds; texts are in Unicode normal form C.</remarks>
public sealed record ConventionalCommit
{
    /// <summary>The longest message that is read, in characters.</summary>
    public const int Longest = 65_536;

    internal ConventionalCommit(CommitHeader header, string body, ValueList<CommitFooter> footers)
    {
        (Type, Scope, Description) = (header.Type.ToLowerInvariant(), header.Scope, header.Description);
        (Body, Footers) = (body, footers);
        var said = footers.Where(footer => footer.IsBreaking).Select(footer => footer.Value).ToValueList();
        Breaking = said.Count > 0 || !header.IsBreaking ? said : [Description];
    }

    /// <summary>What kind of commit it is, for example <c>feat</c> or <c>fix</c>, in lower case.</summary>
    public string Type { get; }

    /// <summary>The part of the code it is about; null when it does not say.</summary>
    public string? Scope { get; }

    /// <summary>What it does, in short.</summary>
    public string Description { get; }

    /// <summary>What else it says; empty when that is nothing.</summary>
    public string Body { get; }

    /// <summary>Its footers, in order.</summary>
    public ValueList<CommitFooter> Footers { get; }

    /// <summary>What it breaks: what its footers say, or its description where an exclamation mark says so alone; empty when it breaks nothing.</summary>
    public ValueList<string> Breaking { get; }

    /// <summary>Whether it breaks what was promised before.</summary>
    public bool IsBreaking => Breaking.Count > 0;

    /// <summary>Reads a message.</summary>
    /// <remarks>
    /// Footers begin at the first line that is one and that a blank line stands before; from there on each goes as far as the next one.
    /// Blanks at the ends of the message do not count; line ends may be of either kind.
    /// </remarks>
    /// <param name="message">The whole message.</param>
    /// <returns>The commit, or all of its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static CommitReading Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return CommitReader.Read(message);
    }

    /// <summary>The first line as it is written.</summary>
    /// <returns>For example <c>feat(payments)!: take two cards</c>.</returns>
    public override string ToString() => $"{Type}{(Scope is null ? string.Empty : $"({Scope})")}{(IsBreaking ? "!" : string.Empty)}: {Description}";
}
