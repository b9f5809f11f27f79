using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.ChangeStates;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>Maps that do not build, each with what is wrong with it, and nothing else (S-13).</summary>
public sealed class FaultyMapTests
{
    private static readonly LifecycleDescription Old = ChangeModels.Normal.Lifecycle.Description;
    private static readonly LifecycleDescription Later = Given.Later.Lifecycle.Description;
    private static readonly LifecycleDescription Same = Old with { Version = 2 };

    public static IReadOnlyDictionary<string, (LifecycleDescription From, LifecycleDescription To, Action<MigrationDraft> Write, string[] Faults)> All { get; } =
        new Dictionary<string, (LifecycleDescription, LifecycleDescription, Action<MigrationDraft>, string[])>(StringComparer.Ordinal)
        {
            ["from a definition to itself"] = (Old, Old, map => map.KeepTheRest(), ["lifecycle.migration.same-definition at normal"]),
            ["back to an earlier version"] = (Same, Old, map => map.KeepTheRest(), ["lifecycle.migration.version-not-later at normal"]),
            ["to the same version edited in place"] = (Old, Later with { Version = 1 }, Given.Write, ["lifecycle.migration.version-not-later at normal"]),
            ["to another definition without saying so"] = (Old, Same with { Id = "other" }, map => map.KeepTheRest(), ["lifecycle.migration.other-definition at other"]),
            ["nothing said of a state"] = (
                Old, Same, map => map.Keep([.. Old.States.Where(state => state != Deferred && state != Closed)]),
                ["lifecycle.migration.state-missing at Deferred", "lifecycle.migration.state-missing at Closed"]),
            ["a state said twice"] = (Old, Same, map => map.Keep(Draft).Move(Draft, Draft).KeepTheRest(), ["lifecycle.migration.state-repeated at Draft"]),
            ["a state that the old table lacks"] = (Old, Same, map => map.Move(Ratifying, Draft).KeepTheRest(), ["lifecycle.migration.state-unknown at Ratifying"]),
            ["a target that the new table lacks"] = (Old, Same, map => map.Move(Draft, Ratifying).KeepTheRest(), ["lifecycle.migration.target-unknown at Draft"]),
            ["a state kept that moved to another phase"] = (
                Old, Same, map => map.Move(Draft, new State("Draft", Phase.Review)).KeepTheRest(), ["lifecycle.migration.target-unknown at Draft"]),
            ["an excuse from no gate of the new table"] = (
                Old, Same, map => map.KeepTheRest().AsIfPast(Given.DbaReview), ["lifecycle.migration.gate-unknown at DbaReview"]),
            ["an end revived"] = (Old, Same, map => map.Move(Canceled, Draft).KeepTheRest(), ["lifecycle.migration.end-left at Canceled"]),
            ["an end brought about"] = (
                Old, Same, map => map.Move(Rejected, Canceled).KeepTheRest(),
                ["lifecycle.migration.end-entered at Rejected", "lifecycle.migration.phase-forward at Rejected"]),
            ["a phase skipped"] = (
                Old, Same, map => map.Move(Authorizing, Approved).KeepTheRest(),
                ["lifecycle.migration.gate-passed at Authorizing", "lifecycle.migration.phase-forward at Authorizing"]),
            ["a step forward within a phase"] = (Old, Same, map => map.Move(Approved, Scheduled).KeepTheRest(), ["lifecycle.migration.gate-passed at Approved"]),
            ["a state moved back to a new gate, and those beyond it kept"] = (
                Old, Later, map => map.Move(Approved, Given.DbaReview).Keep(Implementing, BackingOut, Reviewing).AsIfPast(Given.DbaReview).KeepTheRest(),
                ["lifecycle.migration.gate-passed at Scheduled"]),
            ["past a gate that the new table has and the old one had not"] = (
                Old, Later, map => map.KeepTheRest(),
                [
                    "lifecycle.migration.gate-passed at Approved", "lifecycle.migration.gate-passed at Scheduled", "lifecycle.migration.gate-passed at Implementing",
                    "lifecycle.migration.gate-passed at BackingOut", "lifecycle.migration.gate-passed at Reviewing",
                ]),
            ["aside what was in order"] = (Old, Same, map => map.Move(Assessing, Deferred).AsIfPast(Assessing).KeepTheRest(), ["lifecycle.migration.phase-aside at Assessing", "lifecycle.migration.origin-lost at OnHold"]),
            ["forward from aside"] = (
                Old, Same, map => map.Move(OnHold, Authorizing).KeepTheRest(), ["lifecycle.migration.phase-forward at OnHold"]),
            ["a way back lost"] = (
                Old, Same, map => map.Move(Authorizing, Draft).KeepTheRest(), ["lifecycle.migration.origin-lost at OnHold"]),
        };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_map_does_not_build_and_says_what_is_wrong_with_it(string name)
    {
        var (from, to, write, faults) = All[name];

        var wrong = FluentActions.Invoking(() => MigrationMap.Between(from, to, write)).Should().Throw<MigrationMapException>().Which;

        wrong.Faults.Select(fault => $"{fault.Code} at {fault.Place}").Should().Equal(faults);
        wrong.Faults.Should().OnlyContain(fault => fault.Message.EndsWith('.') && fault.Message.Contains(". ", StringComparison.Ordinal), "each says what is wrong and what would mend it");
        wrong.Message.Should().ContainAll(faults);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => FluentActions
        .Invoking(() => MigrationMap.Between(Old, Same with { Id = "other" }, map => map.Move(Ratifying, Draft).Move(Canceled, Draft).Keep(Draft, Draft)))
        .Should().Throw<MigrationMapException>().Which.Faults.Select(fault => fault.Code).Distinct().Should().Equal(
            "lifecycle.migration.other-definition", "lifecycle.migration.state-unknown", "lifecycle.migration.state-repeated", "lifecycle.migration.state-missing", "lifecycle.migration.end-left");

    [Fact]
    public void Every_code_is_produced_by_an_example()
    {
        var source = File.ReadAllText(Path.Combine(House.Repository.Root, "src/ChangeRelease.Domain/Lifecycles/Migration/MigrationCheck.cs"));
        var codes = System.Text.RegularExpressions.Regex.Matches(source, "\"(lifecycle\\.migration\\.[a-z-]+)\"").Select(match => match.Groups[1].Value).ToHashSet();

        codes.Should().HaveCount(14);
        codes.Except(All.Values.SelectMany(map => map.Faults).Select(fault => fault.Split(' ')[0])).Should().BeEmpty();
    }

    [Fact]
    public void What_is_put_aside_may_be_led_back_as_far_as_anyone_was_put_aside_from()
    {
        var map = MigrationMap.Between(Old, Same, draft => draft.Move(OnHold, Assessing).Move(Deferred, Draft).Move(Rejected, Deferred).KeepTheRest());

        map.Apply(new Standing(map.From, OnHold, 1) { Origin = Scheduled }).Standing.Should().Be(new Standing(map.To, Assessing, 1));
    }

    [Fact]
    public void Who_passed_a_state_passed_it_under_its_new_name()
    {
        var checking = new State("Checking", Phase.Authorization);
        var renamed = Old with
        {
            Version = 2,
            States = Old.States.Select(Named).ToValueList(),
            Transitions = Old.Transitions.Select(row => row with { From = Named(row.From), Outcomes = row.Outcomes.Select(outcome => outcome with { To = Named(outcome.To), Origins = outcome.Origins.Select(Named).ToValueList() }).ToValueList() }).ToValueList(),
        };

        MigrationMap.Between(Old, renamed, map => map.Rename(Authorizing, checking).KeepTheRest()).Moves.Single(move => move.IsRename).ToString().Should().Be("Authorizing -> Checking, renamed");
        FluentActions.Invoking(() => MigrationMap.Between(Old, renamed, map => map.Move(Authorizing, checking).KeepTheRest())).Should().Throw<MigrationMapException>()
            .Which.Faults.Select(fault => $"{fault.Code} at {fault.Place}").Should().Equal(
                "lifecycle.migration.gate-passed at Approved", "lifecycle.migration.gate-passed at Scheduled", "lifecycle.migration.gate-passed at Implementing",
                "lifecycle.migration.gate-passed at BackingOut", "lifecycle.migration.gate-passed at Reviewing");

        State Named(State state) => state == Authorizing ? checking : state;
    }

    [Fact]
    public void Another_definition_is_entered_when_the_map_says_so() =>
        MigrationMap.Between(Old, Same with { Id = "other" }, map => map.ToAnotherDefinition().KeepTheRest()).To.Id.Should().Be("other");

    [Fact]
    public void A_definition_that_names_a_state_twice_was_never_built() => FluentActions
        .Invoking(() => MigrationMap.Between(Old with { States = Old.States.With(Draft) }, Same, map => map.KeepTheRest())).Should().Throw<ArgumentException>().WithParameterName("from");
}
