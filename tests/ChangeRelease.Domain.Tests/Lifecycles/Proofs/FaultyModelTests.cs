using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Fifty planted faults, each caught, each explained by the row that is at fault.</summary>
public sealed class FaultyModelTests
{
    public static TheoryData<string> Names => new(FaultyModels.All.Select(model => model.Name));

    [Fact]
    public void There_are_fifty_of_them()
    {
        FaultyModels.All.Count.Should().Be(50);
        FaultyModels.All.Select(model => model.Name).Should().OnlyHaveUniqueItems();
        FaultyModels.All.Select(model => model.Faulty.ToReference().ToString()).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_fault_is_caught_and_its_row_is_shown(string name)
    {
        var model = FaultyModels.All.Single(model => model.Name == name);

        var (sound, faulty) = (Prove(model, model.Sound), Prove(model, model.Faulty));

        sound.Holds.Should().BeTrue("{0}", sound);
        faulty.Outcome.Should().Be(ProofOutcome.Fails);
        faulty.Explanation.Should().Be(model.Explanation);
        faulty.Trace!.Moves.Should().ContainSingle(move => model.IsCulprit(move));
        model.IsCulprit(faulty.Trace.Moves[^1]).Should().Be(model.IsLast);
        faulty.ToString().Should().StartWith($"False of {model.Faulty.Id}@1: {model.Policy}\n  ").And.EndWith($"\n  {model.Explanation}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_counter_example_can_be_lived(string name)
    {
        var model = FaultyModels.All.Single(model => model.Name == name);
        var reading = new NaiveReading([model.Faulty, ChangeModels.Normal.Lifecycle.Description], []);

        var trace = Prove(model, model.Faulty).Trace!;

        reading.Follow(reading.Starts(), trace.Moves).Should().NotBeEmpty().And.OnlyContain(stand => stand.State == trace.To);
    }

    private static Proof Prove(FaultyModel model, LifecycleDescription table) => model.Policy.Prove(table, ChangeModels.Normal.Lifecycle.Description);
}
