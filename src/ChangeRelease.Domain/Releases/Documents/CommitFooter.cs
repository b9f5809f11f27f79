namespace ChangeRelease.Domain.Releases;

/// <summary>One footer of a conventional commit.</summary>
/// <param name="Token">What it is about, as written, for example <c>Reviewed-by</c>.</param>
/// <param name="Value">What it says; it may go over several lines, which end in line feeds.</param>
public sealed record CommitFooter(string Token, string Value)
{
    /// <summary>Whether it says what the commit breaks; these two tokens alone are written in capitals, and nowhere else.</summary>
    public bool IsBreaking => Token is "BREAKING CHANGE" or "BREAKING-CHANGE";

    /// <summary>Whether it is about something, in whatever case.</summary>
    internal bool Is(string token) => string.Equals(Token, token, StringComparison.OrdinalIgnoreCase);
}
