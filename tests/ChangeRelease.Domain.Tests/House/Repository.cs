namespace ChangeRelease.Domain.Tests.House;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static IReadOnlyList<string> Sources { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)];

    private static string Find(DirectoryInfo? directory) => directory switch
    {
        null => throw new InvalidOperationException("No ChangeRelease.Domain.sln above the tests."),
        _ when File.Exists(Path.Combine(directory.FullName, "ChangeRelease.Domain.sln")) => directory.FullName,
        _ => Find(directory.Parent),
    };
}
