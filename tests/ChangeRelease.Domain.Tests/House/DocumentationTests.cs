using System.Reflection;
using System.Xml.Linq;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>Everything that a host can see is documented, read from the file that ships with the library.</summary>
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Documented = XDocument
        .Load(Path.ChangeExtension(Library.Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    [Fact]
    public void Every_public_type_and_member_says_what_it_is()
    {
        var visible = Library.Visible.SelectMany(type => Library.VisibleMembers(type).Append(type)).Where(member => !IsUnwritten(member)).ToList();

        visible.Should().HaveCountGreaterThan(100);
        visible.Select(DocumentationName.Of).Where(name => !IsDocumented(name)).ShouldBeNone();
    }

    [Fact]
    public void Every_documented_name_is_one_that_the_test_can_build()
    {
        var all = Library.Types.SelectMany(type => type.GetMembers(Library.Declared).Append(type)).Select(DocumentationName.Of).ToHashSet(StringComparer.Ordinal);

        Documented.Keys.Where(name => name.AsSpan(2).StartsWith("ChangeRelease.") && !name.Contains('<', StringComparison.Ordinal) && !all.Contains(name))
            .ShouldBeNone();
    }

    // A constructor that nobody wrote has nothing to say.
    private static bool IsUnwritten(MemberInfo member) =>
        member is ConstructorInfo constructor && constructor.GetParameters().Length == 0 && !Documented.ContainsKey(DocumentationName.Of(constructor));

    private static bool IsDocumented(string name) =>
        Documented.TryGetValue(name, out var member) && (member.Element("inheritdoc") is not null || !Text.IsBlank(member.Element("summary")?.Value));
}
