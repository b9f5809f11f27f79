using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>Who may see whom, read from the built assembly: no alias and no full name walks around it.</summary>
public sealed class RoomTests
{
    private static readonly string[] Second = ["Foundation", "Lifecycles", "Approvals", "Calendars", "Adoption", "History"];
    private static readonly string[] Fifth = [.. Second, "Scheduling", "Changes", "Releases"];

    private static readonly Dictionary<string, string[]> MaySee = new(StringComparer.Ordinal)
    {
        ["Foundation"] = [],
        ["Lifecycles"] = ["Foundation"],
        ["Approvals"] = ["Foundation"],
        ["Calendars"] = ["Foundation"],
        ["Adoption"] = ["Foundation"],
        ["History"] = ["Foundation"],
        ["Scheduling"] = ["Calendars", "Foundation"],
        ["Changes"] = Second,
        ["Releases"] = Second,
        ["Initiatives"] = Fifth,
        ["Insights"] = Fifth,
        ["Embedding"] = [.. Fifth, "Initiatives", "Insights"],
    };

    [Fact]
    public void Every_type_lives_in_a_room_of_the_house() =>
        Library.Types.Where(type => Library.RoomOf(type) is { } room && !MaySee.ContainsKey(room)).Select(Library.NameOf).ShouldBeNone();

    [Fact]
    public void No_room_sees_a_room_that_it_may_not_see() => Arrows()
        .Where(arrow => !MaySee.GetValueOrDefault(arrow.From, []).Contains(arrow.To))
        .Select(arrow => $"{arrow.From} sees {arrow.To}: {Library.NameOf(arrow.Type)} mentions {Library.NameOf(arrow.Mentioned)}")
        .ShouldBeNone();

    [Fact]
    public void Stateless_is_mentioned_in_Lifecycles_and_nowhere_else() => Library.Types
        .Where(type => Library.RoomOf(type) != "Lifecycles" && References.Of(type).Any(IsOfStateless))
        .Select(Library.NameOf)
        .ShouldBeNone();

    [Fact]
    public void No_signature_that_a_host_can_see_mentions_Stateless() => Library.Types.Where(Library.IsVisible)
        .SelectMany(type => Library.VisibleMembers(type).Append(type))
        .Where(member => References.OfSignature(member).Any(IsOfStateless))
        .Select(Library.NameOf)
        .ShouldBeNone();

    [Fact]
    public void The_scan_sees_what_method_bodies_generic_arguments_and_closures_mention()
    {
        Library.Types.Where(type => References.Of(type).Any(IsOfStateless)).Select(type => type.FullName).Should().Contain("ChangeRelease.Domain.Lifecycles.SharedMachine");
        References.Of(typeof(Lifecycle)).Should().Contain([typeof(Identifier), typeof(LifecycleVerification<>), typeof(LifecycleDefinitionException)]);
        References.Of(typeof(LifecycleHash)).Should().Contain([typeof(State), typeof(ValueList<>), typeof(System.Text.Encoding)]);
        Arrows().Select(arrow => (arrow.From, arrow.To)).Should().Contain(("Lifecycles", "Foundation"));
    }

    private static bool IsOfStateless(Type type) => type.Assembly.GetName().Name == "Stateless";

    private static IEnumerable<(string From, string To, Type Type, Type Mentioned)> Arrows() =>
        from type in Library.Types
        let room = Library.RoomOf(type)
        where room is not null
        from mentioned in References.Of(type)
        let other = Library.RoomOf(mentioned)
        where other is not null && other != room
        select (room, other, type, mentioned);
}
