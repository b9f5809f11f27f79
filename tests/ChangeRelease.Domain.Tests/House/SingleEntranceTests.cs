namespace ChangeRelease.Domain.Tests.House;

/// <summary>Nothing comes into a stream but by one door, so that nothing goes around the decisions.</summary>
public sealed class SingleEntranceTests
{
    [Fact]
    public void Exactly_one_call_site_appends_to_a_store() =>
        Sources().SelectMany(Calls).Should().Equal("src/ChangeRelease.Domain/Embedding/Journal.cs");

    // The kit for tests tries stores of others; nothing of it is deployed.
    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => !file.Contains("ChangeRelease.Domain.Testing", StringComparison.Ordinal));

    private static IEnumerable<string> Calls(string file) => File.ReadLines(file)
        .Where(line => line.Contains("tore.AppendAsync(", StringComparison.Ordinal) && !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
        .Select(_ => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
}
