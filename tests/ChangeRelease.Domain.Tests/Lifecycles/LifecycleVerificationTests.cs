using System.Text.RegularExpressions;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.House;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

public sealed partial class LifecycleVerificationTests
{
    public static TheoryData<string> Names => [.. FaultyTables.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_table_names_every_fault_and_no_other(string name)
    {
        var (write, faults) = FaultyTables.All[name];

        FaultsOf(write).Select(fault => $"{fault.Code} at {fault.Place}").Should().BeEquivalentTo(faults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_message_of_a_refused_definition_tells_every_fault_with_its_cure(string name)
    {
        var define = () => Lifecycle.Define("faulty", 1, FaultyTables.All[name].Write);

        var refused = define.Should().Throw<LifecycleDefinitionException>().Which;
        refused.Message.Should().StartWith("The lifecycle 'faulty' does not build:").And.ContainAll(refused.Faults.Select(fault => fault.ToString()));
        refused.Faults.Should().OnlyContain(fault => Sentences().IsMatch(fault.Message));
    }

    [Fact]
    public void Every_fault_that_the_verification_knows_has_a_faulty_table()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src/ChangeRelease.Domain/Lifecycles/LifecycleVerification.cs"));
        var known = Codes().Matches(source).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

        FaultyTables.All.Values.SelectMany(table => table.Faults).Select(fault => fault.Split(' ')[0]).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo(known);
    }

    [Fact]
    public void A_table_without_a_start_is_not_also_blamed_for_states_without_a_way_in() =>
        FaultsOf(table => table.In(Draft).On(Close).GoTo(Closed).EndsIn(Closed)).Should().ContainSingle();

    [Fact]
    public void Sound_tables_build()
    {
        Straight().Description.States.Should().Equal(Draft, Checking, Closed);
        Lifecycle.Define<Trial>("one-state", 1, table => table.StartsIn(Closed).EndsIn(Closed)).Description.Transitions.Should().BeEmpty();
        Lifecycle.Define<Trial>("only-an-exit", 1, table => table
                .StartsIn(Draft).In(Draft).On(Submit).ExitTo(Straight(), Draft).EndsIn(Closed).In(Draft).On(Close).GoTo(Closed))
            .TriggersFrom(Draft).Should().Equal(Submit, Close);
    }

    [Fact]
    public void A_row_holds_64_requirements() =>
        Lifecycle.Define<Trial>("full", 1, table => table
                .StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When([.. Enumerable.Range(0, 64).Select(Trial.Needs)]).EndsIn(Closed))
            .Take(Draft, Close, Trial.MeetsNothing).Refusals.Should().HaveCount(64);

    [Fact]
    public void Prerequisites_shared_in_many_layers_are_found_in_bounded_work()
    {
        var layer = new[] { Trial.Needs(0), Trial.Needs(1) };
        for (var number = 2; number < 64; number += 2)
        {
            layer = [Trial.Needs(number).After(layer), Trial.Needs(number + 1).After(layer)];
        }

        var lifecycle = Lifecycle.Define<Trial>("layers", 1, table => table
            .StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When(layer).EndsIn(Closed));

        lifecycle.Description.Transitions[0].Requirements.Should().HaveCount(64).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_final_state_named_twice_is_final_once() =>
        Lifecycle.Define<Trial>("twice", 1, table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).EndsIn(Closed, Closed))
            .Description.Ends.Should().Equal(Closed);

    [Fact]
    public void Nothing_null_enters_a_table()
    {
        var straight = Straight();
        var selector = Selector.For<Trial>("answer", ["only"], trial => trial.Answer);
        Action<LifecycleTable<Trial>>[] writes =
        [
            table => table.StartsIn(null!),
            table => table.EndsIn(Closed, null!),
            table => table.In(Draft, null!),
            table => table.SideDoor(null!),
            table => table.SideDoor(Hold).From(Draft, null!),
            table => table.In(Draft).On(null!),
            table => table.In(Draft).On(Close).GoTo(null!),
            table => table.In(Draft).On(Close).GoTo(Closed).When(null!, Trial.Needs(1)),
            table => table.In(Draft).On(Close).Choose(null!, ("only", Closed)),
            table => table.In(Draft).On(Close).ExitTo(null!, Draft),
            table => table.In(Draft).On(Close).ExitTo(straight, null!),
            table => table.In(Draft).On(Close).ChooseOrExit(selector, straight, ("only", null!)),
        ];

        writes.Should().AllSatisfy(write => Defining(write).Should().Throw<ArgumentNullException>());
    }

    [Fact]
    public void Rows_of_no_state_at_all_are_not_overlooked()
    {
        Defining(table => table.In()).Should().Throw<ArgumentOutOfRangeException>();
        Defining(table => table.SideDoor(Hold).From()).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" blank")]
    [InlineData("line\nbreak")]
    [InlineData("unit\u001fseparator")]
    [InlineData(null)]
    public void A_selector_and_its_cases_have_names(string? name)
    {
        FluentActions.Invoking(() => Selector.For<Trial>(name!, ["one"], trial => trial.Answer)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Selector.For<Trial>("answer", ["one", name!], trial => trial.Answer)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_selector_has_cases_and_each_once()
    {
        FluentActions.Invoking(() => Selector.For<Trial>("answer", [], trial => trial.Answer)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Selector.For<Trial>("answer", ["one", "one"], trial => trial.Answer)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(null, 1)]
    [InlineData("named", 0)]
    [InlineData("named", -1)]
    public void A_definition_has_a_name_and_a_version_from_1(string? id, int version) =>
        FluentActions.Invoking(() => Lifecycle.Define<Trial>(id!, version, table => table.StartsIn(Closed).EndsIn(Closed)))
            .Should().Throw<ArgumentException>();

    private static ValueList<LifecycleFault> FaultsOf(Action<LifecycleTable<Trial>> write) =>
        Defining(write).Should().Throw<LifecycleDefinitionException>().Which.Faults;

    private static Action Defining(Action<LifecycleTable<Trial>> write) => () => Lifecycle.Define("faulty", 1, write);

    [GeneratedRegex("\"(lifecycle\\.[a-z-]+\\.[a-z-]+)\"")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\A[A-Z0-9].*\.\z")]
    private static partial Regex Sentences();
}
