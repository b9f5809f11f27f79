namespace ChangeRelease.Domain.Releases;

/// <summary>The first line of a conventional commit, and what is wrong with it.</summary>
internal sealed record CommitHeader(string Type, string? Scope, bool IsBreaking, string Description)
{
    public static CommitHeader Read(string line, List<CommitFault> faults)
    {
        var (type, rest) = Until(line, static symbol => symbol is '(' or '!' or ':' || char.IsWhiteSpace(symbol));
        var scope = rest.StartsWith('(') ? Scoped(ref rest, faults) : null;
        var isBreaking = rest.StartsWith('!');
        rest = isBreaking ? rest[1..] : rest;
        if (type.Length == 0)
        {
            faults.Add(new CommitFault("type-missing", "The message does not begin with a type."));
        }

        if (rest == ":")
        {
            faults.Add(new CommitFault("description-missing", "Nothing stands behind the colon."));
        }
        else if (!rest.StartsWith(": ", StringComparison.Ordinal))
        {
            faults.Add(new CommitFault("colon-missing", "No colon and blank stand behind the type, the scope, or the exclamation mark."));
        }

        return new CommitHeader(type, scope, isBreaking, rest.Length > 0 ? rest[1..].Trim() : rest);
    }

    private static string? Scoped(ref string rest, List<CommitFault> faults)
    {
        var (scope, after) = Until(rest[1..], static symbol => symbol is '(' or ')');
        if (!after.StartsWith(')'))
        {
            faults.Add(new CommitFault("scope-open", "The scope has no closing parenthesis of its own."));
        }
        else if (string.IsNullOrWhiteSpace(scope))
        {
            faults.Add(new CommitFault("scope-empty", "Nothing stands between the parentheses."));
        }

        rest = after.StartsWith(')') ? after[1..] : after;
        return scope.Trim();
    }

    private static (string Before, string After) Until(string text, Predicate<char> ends)
    {
        var at = Array.FindIndex(text.ToCharArray(), ends);
        return at < 0 ? (text, string.Empty) : (text[..at], text[at..]);
    }
}
