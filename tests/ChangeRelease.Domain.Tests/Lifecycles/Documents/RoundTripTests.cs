using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>From code to JSON and back: the same table, the same hash, the same behavior, the same bytes.</summary>
public sealed class RoundTripTests
{
    private const int Tables = 400;

    public static TheoryData<string> Models => [.. ChangeModelCatalog.BuiltIn.All.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_change_model_reads_back_as_itself_from_its_own_words_and_from_the_built_in_ones(string id)
    {
        var model = ChangeModelCatalog.BuiltIn.Latest(id)!;
        ShouldReadBack(model.Lifecycle, Vocabulary.Of(model.Lifecycle));
        ShouldReadBack(model.Lifecycle, ChangeVocabulary.BuiltIn);
        ChangeModel.Read(LifecycleDocument.Write(model.Lifecycle.Description), ChangeVocabulary.BuiltIn).OrThrow().Lifecycle.Reference.Should().Be(model.Lifecycle.Reference);
    }

    [Fact]
    public void The_release_model_reads_back_as_itself()
    {
        var model = ReleaseModels.Ordinary;
        ShouldReadBack(model.Lifecycle, Vocabulary.Of(model.Lifecycle));
        ReleaseModel.Read(LifecycleDocument.Write(model.Lifecycle.Description), ReleaseVocabulary.BuiltIn).OrThrow().Lifecycle.Reference.Should().Be(model.Lifecycle.Reference);
    }

    [Fact]
    public void Random_lifecycles_read_back_as_themselves_and_behave_alike()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Tables; seed++)
        {
            var sketch = new SketchedLifecycle(seed);
            var read = ShouldReadBack(sketch.Lifecycle, Vocabulary.Of(sketch.Lifecycle));
            ShouldBehaveAlike(sketch, read, seen);
            Count(sketch.Lifecycle.Description, seen);
        }

        seen.Should().ContainKeys("permitted", "refused", "exit", "ways", "cases", "arguments", "parameters", "choices", "side doors", "comes from", "own phases");
        seen.Values.Should().OnlyContain(count => count > 50);
    }

    [Fact]
    public void The_sketched_tables_of_the_machine_read_back_as_themselves()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var lifecycle = new SketchedTable(seed).Build(SketchedLifecycle.Elsewhere);
            ShouldReadBack(lifecycle, Vocabulary.Of(lifecycle));
        }
    }

    private static Lifecycle<T> ShouldReadBack<T>(Lifecycle<T> lifecycle, Vocabulary<T> vocabulary)
    {
        var bytes = LifecycleDocument.Write(lifecycle.Description);
        var reading = LifecycleDocument.Read(bytes, vocabulary);

        reading.Faults.Should().BeEmpty();
        var read = reading.OrThrow();
        read.Description.Should().Be(lifecycle.Description);
        read.Reference.Should().Be(lifecycle.Reference);
        read.Elsewhere.Should().Equal(lifecycle.Elsewhere);
        LifecycleDocument.Write(read.Description).Should().Equal(bytes);
        LifecycleDocument.Read(Encoding.UTF8.GetString(bytes), vocabulary).OrThrow().Reference.Should().Be(lifecycle.Reference);
        return read;
    }

    private static void ShouldBehaveAlike(SketchedLifecycle sketch, Lifecycle<Trial> read, Dictionary<string, int> seen)
    {
        for (var turn = 0; turn < 12; turn++)
        {
            var attempt = sketch.Attempt();
            foreach (var state in sketch.States)
            {
                foreach (var trigger in sketch.Lifecycle.TriggersFrom(state))
                {
                    var (wanted, given) = (Answer(sketch.Lifecycle, state, trigger, attempt), Answer(read, state, trigger, attempt));
                    if (given != wanted)
                    {
                        given.Should().Be(wanted);
                    }

                    Add(seen, wanted.StartsWith("to ", StringComparison.Ordinal) ? "permitted" : wanted.StartsWith("error", StringComparison.Ordinal) ? "error" : "refused");
                }
            }
        }
    }

    // A subject that came from nowhere near has no way back, and both must say so in the same words.
    private static string Answer(Lifecycle<Trial> lifecycle, State state, Trigger trigger, Trial attempt)
    {
        try
        {
            var verdict = lifecycle.Take(state, trigger, attempt);
            return verdict.IsPermitted ? $"to {verdict.Destination} {verdict.Exit}" : string.Join('\n', verdict.Refusals);
        }
        catch (InvalidOperationException wrong)
        {
            return $"error {wrong.Message}";
        }
    }

    private static void Count(LifecycleDescription table, Dictionary<string, int> seen)
    {
        Add(seen, "ways", table.Transitions.Count(row => row.Returns));
        Add(seen, "cases", table.Transitions.Count(row => row.Selector is not null && !row.Returns));
        Add(seen, "exit", table.Transitions.Count(row => row.Outcomes.Any(outcome => outcome.Exit is not null)));
        Add(seen, "arguments", table.Transitions.Count(row => row.Requirements.Any(need => need.Arguments.Count > 0)));
        Add(seen, "parameters", table.Triggers.Sum(known => known.Parameters.Count));
        Add(seen, "choices", table.Triggers.Count(known => known.Parameters.Any(parameter => parameter.Choices.Count > 0)));
        Add(seen, "side doors", table.Transitions.Count(row => row.IsSideDoor));
        Add(seen, "comes from", table.Transitions.Count(row => row.Outcomes.Any(outcome => outcome.ComesFrom.Count > 0)));
        Add(seen, "own phases", table.States.Count(state => state.Phase.Name is "Ready" or "Reviewing \u2713"));
    }

    private static void Add(Dictionary<string, int> seen, string kind, int count = 1) => seen[kind] = seen.GetValueOrDefault(kind) + count;
}
