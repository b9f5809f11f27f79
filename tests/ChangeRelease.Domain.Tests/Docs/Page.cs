using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs;

/// <summary>A page that people read: the README, or one below <c>docs</c>.</summary>
/// <param name="Name">Its path from the root of the checkout.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Page(string Name, IReadOnlyList<string> Lines)
{
    public static IReadOnlyList<Page> All { get; } =
        [.. Files().Order(StringComparer.Ordinal).Select(file => new Page(Checkout.NameOf(file), File.ReadAllLines(file)))];

    public static IEnumerable<Fence> Fences => All.SelectMany(Fence.Of);

    private static IEnumerable<string> Files() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Where(file => !Checkout.IsBuilt(file))
        .Append(Path.Combine(Repository.Root, "README.md"));
}
