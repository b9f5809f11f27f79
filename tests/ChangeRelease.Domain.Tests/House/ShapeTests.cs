using System.Reflection;
using System.Text.RegularExpressions;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>The shape of types, names and files.</summary>
public sealed partial class ShapeTests
{
    private const int MostLines = 300;

    private static readonly string[] Unwelcome = ["Manager", "Helper", "Util", "Default", "Base", "Impl"];

    // The rules' own words (S-45, and the people of B).
    private static readonly string[] Allowed = ["CalendarDefault", "OpenByDefault", "ClosedByDefault", "ChangeManager"];

    [Fact]
    public void Every_class_is_sealed_or_static_or_closed_to_strangers() => Library.Written
        .Where(type => type.IsClass && !type.IsSealed && !IsClosed(type))
        .Select(Library.NameOf)
        .ShouldBeNone();

    [Fact]
    public void No_name_says_that_it_does_not_know_what_it_names() => Library.Written
        .Concat(Library.Visible.SelectMany(Library.VisibleMembers))
        .Where(member => !Allowed.Contains(Plain(member)) && Words().Matches(Plain(member)).Any(word => Unwelcome.Contains(word.Value)))
        .Select(Library.NameOf)
        .ShouldBeNone();

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        Repository.Sources.Should().NotBeEmpty();
        Repository.Sources.Select(path => (Path: path, Lines: File.ReadLines(Path.Combine(Repository.Root, path)).Count()))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines")
            .ShouldBeNone();
    }

    [Theory]
    [InlineData("ChangeManager", "Change", "Manager")]
    [InlineData("Manageable", "Manageable")]
    [InlineData("DatabaseEntry", "Database", "Entry")]
    [InlineData("XMLUtil", "XML", "Util")]
    public void A_name_is_taken_apart_at_its_capitals(string name, params string[] words) =>
        Words().Matches(name).Select(word => word.Value).Should().Equal(words);

    private static bool IsClosed(Type type) => type.IsAbstract && type.GetConstructors(Library.Declared)
        .Where(constructor => !constructor.IsStatic && !IsCopy(type, constructor))
        .All(constructor => constructor.IsPrivate || constructor.IsAssembly || constructor.IsFamilyAndAssembly);

    // The language asks that a record which is not sealed can be copied by those who derive from it.
    private static bool IsCopy(Type type, ConstructorInfo constructor) =>
        Library.IsRecord(type) && constructor.GetParameters() is [{ } only] && only.ParameterType == type;

    private static string Plain(MemberInfo member) => member.Name.Split('`')[0];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();
}
