using System.Text.RegularExpressions;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_somewhere() => Page.All
        .SelectMany(page => Links(page).Where(link => !Leads(page, link)).Select(link => $"{page.Name} leads to {link}"))
        .ShouldBeNone();

    [Fact]
    public void Every_page_is_reached_from_the_front_door()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md", "docs/README.md" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            foreach (var next in Page.All.Where(page => page.Name == name).SelectMany(page => Links(page).Select(link => Target(page, link))).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        Page.All.Select(page => page.Name).Where(name => !reached.Contains(name) && !name.StartsWith("docs/samples/", StringComparison.Ordinal)).ShouldBeNone();
    }

    private static IEnumerable<string> Links(Page page) => Link()
        .Matches(WithoutFences(page))
        .Select(match => match.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal));

    private static bool Leads(Page page, string link)
    {
        var (target, anchor) = (Path.Combine(Repository.Root, Target(page, link)), link.Split('#').Skip(1).FirstOrDefault());
        return anchor is null
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && File.ReadAllLines(target).Where(line => line.StartsWith('#')).Select(Anchor).Contains(anchor);
    }

    private static string Target(Page page, string link)
    {
        var path = link.Split('#')[0];
        return path.Length == 0 ? page.Name : Checkout.NameOf(Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page.Name)!, path)));
    }

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    private static string WithoutFences(Page page) => Fenced().Replace(string.Join('\n', page.Lines), string.Empty);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchors();
}
