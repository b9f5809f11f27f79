namespace ChangeRelease.Domain.Tests.Docs;

/// <summary>One fenced block of a page.</summary>
/// <param name="Page">The page, from the root of the checkout.</param>
/// <param name="Line">The line on which it opens, from 1.</param>
/// <param name="Language">What stands behind the opening fence; empty when nothing does.</param>
/// <param name="Text">Its lines, without common indentation and trailing blanks.</param>
internal sealed record Fence(string Page, int Line, string Language, string Text)
{
    public override string ToString() => $"{Page}:{Line}";

    public static IReadOnlyList<Fence> Of(Page page)
    {
        var fences = new List<Fence>();
        for (var at = 0; at < page.Lines.Count; at++)
        {
            var (open, line) = (page.Lines[at].TrimStart(), at + 1);
            if (!open.StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var held = page.Lines.Skip(line).TakeWhile(text => text.Trim() != "```").ToList();
            at += held.Count + 1;
            fences.Add(new Fence(page.Name, line, open[3..].Trim(), Layout.Flush(held)));
        }

        return fences;
    }
}
