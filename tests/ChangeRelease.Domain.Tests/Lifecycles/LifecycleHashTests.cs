using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>A subject keeps the hash of the table it was opened under (S-13): it must tell tables apart, and stay.</summary>
public sealed class LifecycleHashTests
{
    private static readonly Selector<Trial> Side = Selector.For<Trial>("side", ["left", "right"], trial => trial.Answer);

    public static TheoryData<string> Variants => [.. Tables().Keys];

    [Fact]
    public void The_same_table_has_the_same_hash_whenever_it_is_built() =>
        Straight().Reference.Should().Be(Straight().Reference);

    [Fact]
    public void The_hash_stays_from_run_to_run_and_from_version_to_version() =>
        Tables()["as it is"].Reference.Hash.Hex.Should().Be("81da14b03f9e271ff0a09723ab2a265bdb9176514aa90da41f0f6ebcbd069f64");

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_part_of_the_table_is_hashed(string variant)
    {
        var tables = Tables();
        var same = tables.Where(table => table.Value.Reference.Hash == tables[variant].Reference.Hash).Select(table => table.Key);

        same.Should().Equal(variant);
    }

    [Fact]
    public void Names_cannot_forge_another_table()
    {
        Hash("-", "-").Should().NotBe(Hash(null, null));
        Hash("side", "a b").Should().NotBe(Hash("side a", "b"));
    }

    [Fact]
    public void Arguments_cannot_forge_other_arguments()
    {
        var (one, other) = (Parameter.Number("a: 1, b", "One strange name."), Parameter.Number("b", "Another."));

        HashWith([one], Arguments.Of(one, 2)).Should().NotBe(HashWith([Parameter.Number("a", "A plain name."), other], Arguments.Of(Parameter.Number("a", "A plain name."), 1).With(other, 2)));
        HashWith([other], Arguments.Of(other, 1)).Should().NotBe(HashWith([other], Arguments.Of(other, 2))).And.Be(HashWith([other], Arguments.Of(other, 1)));
    }

    private static Digest HashWith(ValueList<Parameter> parameters, Arguments arguments) => Lifecycle.Define<Trial>("argued", 1, table => table
        .StartsIn(Draft)
        .In(Draft).On(Close).GoTo(Closed).When(RequirementTemplate.For<Trial>("trial.lead.short", parameters, _ => Requirement.For<Trial>("trial.lead.short").Says("It is long enough.").IsMetWhen(_ => true)).With(arguments))
        .EndsIn(Closed)).Reference.Hash;

    private static Digest Hash(string? selector, string? answer) => Lifecycle.Define<Trial>("forged", 1, table =>
    {
        var row = table.StartsIn(Draft).In(Draft).On(Close);
        _ = selector is null ? row.GoTo(Closed) : row.Choose(Selector.For<Trial>(selector, [answer!], _ => answer!), (answer!, Closed));
        table.EndsIn(Closed);
    }).Reference.Hash;

    private static Dictionary<string, Lifecycle<Trial>> Tables() => new(StringComparer.Ordinal)
    {
        ["as it is"] = Table(),
        ["another id"] = Table(id: "other"),
        ["another version"] = Table(version: 2),
        ["another start"] = Table(start: Checking),
        ["another state's name"] = Table(checking: new State("Looking", Phase.Authorization)),
        ["another state's phase"] = Table(checking: new State("Checking", Phase.Ready)),
        ["a phase of the same name in another place"] = Table(checking: new State("Checking", Phase.InOrder("Authorization", 21))),
        ["a phase of the same name aside"] = Table(checking: new State("Checking", Phase.Aside("Authorization"))),
        ["another trigger"] = Table(submit: Start),
        ["another destination"] = Table(closing: (row, _) => row.Stay()),
        ["a selector"] = Table(closing: (row, closed) => row.Choose(Side, ("left", closed), ("right", closed))),
        ["another selector"] = Table(closing: (row, closed) =>
            row.Choose(Selector.For<Trial>("hand", ["left", "right"], trial => trial.Answer), ("left", closed), ("right", closed))),
        ["cases that lead elsewhere"] = Table(closing: (row, closed) => row.Choose(Side, ("left", closed), ("right", null))),
        ["cases the other way round"] = Table(closing: (row, closed) => row.Choose(Side, ("left", null), ("right", closed))),
        ["an exit"] = Table(closing: (row, _) => row.ExitTo(Straight(), Closed)),
        ["an exit to another version"] = Table(closing: (row, _) => row.ExitTo(Straight(version: 2), Closed)),
        ["a side door"] = Table(isSideDoor: true),
        ["no requirement"] = Table(requirements: []),
        ["another requirement"] = Table(requirements: [2]),
        ["one requirement more"] = Table(requirements: [1, 2]),
        ["requirements in another order"] = Table(requirements: [2, 1]),
        ["one end more"] = Table(ends: [Closed, Held]),
    };

    private static Lifecycle<Trial> Table(
        string id = "hashed",
        int version = 1,
        State? start = null,
        State? checking = null,
        Trigger? submit = null,
        Func<TableTrigger<Trial>, State, TableRow<Trial>>? closing = null,
        bool isSideDoor = false,
        int[]? requirements = null,
        State[]? ends = null) => Lifecycle.Define<Trial>(id, version, table =>
        {
            var middle = checking ?? Checking;
            table.StartsIn(start ?? Draft)
                .SideDoor(submit ?? Submit).From(Draft).GoTo(middle).When([.. (requirements ?? [1]).Select(Trial.Needs)])
                .SideDoor(Hold).From(middle).GoTo(Draft)
                .SideDoor(Annotate).From(middle).GoTo(Closed)
                .SideDoor(Resume).From(Draft, middle).GoTo(Held);
            _ = ends is null ? table.In(Held).On(Annotate).Stay().SideDoor(Close).From(Held).GoTo(Closed) : null;
            var row = isSideDoor ? table.SideDoor(Close).From(Draft) : table.In(Draft).On(Close);
            _ = (closing ?? ((leading, closed) => leading.GoTo(closed)))(row, Closed);
            table.EndsIn(ends ?? [Closed]);
        });
}
