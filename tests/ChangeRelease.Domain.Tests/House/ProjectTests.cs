using System.Xml.Linq;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>What the library brings along: three packages, and nothing behind a host's back.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void The_library_refers_to_Stateless_and_NodaTime_and_nothing_else() =>
        Included("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value != "all").Select(NameOf)
            .Should().BeEquivalentTo("Stateless", "NodaTime", "NodaTime.Serialization.SystemTextJson");

    [Fact]
    public void What_only_the_build_needs_is_an_analyzer() =>
        Included("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value == "all").Select(NameOf)
            .Where(name => !name.EndsWith("Analyzers", StringComparison.Ordinal)).ShouldBeNone();

    [Fact]
    public void The_library_refers_to_no_project_and_no_loose_assembly() =>
        Included("ProjectReference").Concat(Included("Reference")).Concat(Included("FrameworkReference")).Select(NameOf).ShouldBeNone();

    private static IEnumerable<XElement> Included(string item) =>
        XDocument.Load(Path.Combine(Repository.Root, "src/ChangeRelease.Domain/ChangeRelease.Domain.csproj")).Descendants(item);

    private static string NameOf(XElement item) => item.Attribute("Include")?.Value ?? item.ToString();
}
