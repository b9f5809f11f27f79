using System.Collections;
using System.Reflection;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>Values compare by what they hold, and identifiers hold only what may be a name.</summary>
public sealed class ValueTests
{
    private static readonly Assembly NodaTime = typeof(NodaTime.Instant).Assembly;

    private static readonly Type[] Concrete = [.. Library.Types.Where(type => type.IsSubclassOf(typeof(Identifier)) && !type.IsAbstract)];

    private static readonly string[] Unfit =
    [
        "", " ", " x", "x ", "\u00a0x", "x\u3000", "\t", "a\nb", "a\0b", "a\u001fb", "a\u007fb", "a\u0085b", "\ud800", "a\udc00", "\udc00\ud800", "a\ud83d",
        new string('x', 257), string.Concat(Enumerable.Repeat("\U0001f680", 128)) + "x",
    ];

    public static TheoryData<Type> Identifiers => [.. Concrete];

    [Fact]
    public void Records_hold_their_lists_as_values() => Library.Visible
        .Where(Library.IsRecord)
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(property => IsForeignList(property.PropertyType))
        .Select(property => $"{Library.NameOf(property)} is {property.PropertyType}")
        .ShouldBeNone();

    // A view made on demand is no part of what is compared; a field is, and would compare by place.
    [Fact]
    public void Records_keep_no_memory_that_compares_by_place() => Library.Visible
        .Where(Library.IsRecord)
        .SelectMany(type => type.GetFields(Library.Declared).Where(field => !field.IsStatic))
        .Where(field => field.FieldType.IsGenericType && field.FieldType.Name.EndsWith("Memory`1", StringComparison.Ordinal))
        .Select(Library.NameOf)
        .ShouldBeNone();

    [Fact]
    public void Identifiers_are_sealed_and_made_from_a_text_alone()
    {
        Concrete.Should().NotBeEmpty();
        Concrete.Where(type => !type.IsSealed || !type.GetConstructors().Select(made => made.GetParameters().Single().ParameterType).SequenceEqual([typeof(string)]))
            .Select(Library.NameOf).ShouldBeNone();
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void No_identifier_takes_null(Type type) =>
        FluentActions.Invoking(() => Create(type, null)).Should().Throw<ArgumentNullException>().WithParameterName("value");

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void No_identifier_takes_what_is_no_name(Type type) => Unfit.Should().AllSatisfy(text =>
        FluentActions.Invoking(() => Create(type, text)).Should().Throw<ArgumentException>().WithParameterName("value").WithMessage($"A {type.Name} may not *"));

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Identifiers_compare_ordinally_and_keep_their_text(Type type)
    {
        string[] texts = ["x", "X", "\u00e9", "e\u0301", "co-op", "coop", "a b", "stra\u00dfe", "strasse", "\U0001f680", "\uffee", new('x', 256)];

        texts.Select(text => Create(type, text)).Should().OnlyHaveUniqueItems();
        texts.Should().AllSatisfy(text => Create(type, text).Should().Be(Create(type, text)));
        texts.Select(text => Create(type, text).GetHashCode()).Should().Equal(texts.Select(text => Create(type, new string(text.AsSpan())).GetHashCode()));
        texts.Select(text => Create(type, text).ToString()).Should().Equal(texts);
        texts.Select(text => Create(type, text)).Order().Select(name => name.Value).Should().Equal(texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Identifiers_of_different_types_are_never_equal() =>
        Concrete.Select(type => Create(type, "same")).Should().OnlyHaveUniqueItems();

    private static bool IsForeignList(Type type) => type != typeof(string) && type.Assembly != Library.Assembly && type.Assembly != NodaTime
        && typeof(IEnumerable).IsAssignableFrom(type);

    private static Identifier Create(Type type, string? text) =>
        (Identifier)Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, [text], null)!;
}
