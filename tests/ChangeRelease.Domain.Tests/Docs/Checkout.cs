using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs;

/// <summary>The files that people wrote, without what tools leave beside them.</summary>
internal static class Checkout
{
    private static readonly string[] Left = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".vs", ".idea"];

    public static IEnumerable<string> TextFiles => Directory
        .EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
        .Where(file => !IsBuilt(file) && !file.EndsWith(".user", StringComparison.Ordinal) && !File.ReadAllBytes(file).Contains((byte)0))
        .Order(StringComparer.Ordinal);

    public static string NameOf(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    public static bool IsBuilt(string file) => NameOf(file).Split('/').Any(Left.Contains);
}
