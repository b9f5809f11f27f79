using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>The compiled machine against a naive reading of the same table, on every cell and every outcome of the requirements.</summary>
public sealed class LifecycleDifferentialTests
{
    private const int Tables = 100;

    private static readonly Lifecycle<Trial> Elsewhere = Words.Straight("elsewhere");

    [Fact]
    public void Every_cell_of_random_tables_answers_as_the_table_reads()
    {
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Tables; seed++)
        {
            Compare(seed, answers);
        }

        answers.Should().ContainKeys("undefined", "refused", "waiting", "permitted", "left").And.OnlyContain(kind => kind.Value > 1_000);
    }

    private static void Compare(int seed, Dictionary<string, int> answers)
    {
        var sketch = new SketchedTable(seed);
        var lifecycle = sketch.Build(Elsewhere);
        foreach (var (state, trigger, met, answer) in Cells(sketch))
        {
            var expected = sketch.Interpret(state, trigger, met, answer);
            var verdict = lifecycle.Take(SketchedTable.State(state), SketchedTable.Trigger(trigger), new Trial(met, answer));
            if (ToText(verdict) != expected)
            {
                ToText(verdict).Should().Be(expected, "table {0}, S{1} on T{2}, met {3:b}, answer {4}", seed, state, trigger, met, answer);
            }

            var kind = KindOf(verdict);
            answers[kind] = answers.GetValueOrDefault(kind) + 1;
        }
    }

    private static IEnumerable<(int State, int Trigger, ulong Met, string Answer)> Cells(SketchedTable sketch) =>
        from state in Enumerable.Range(0, sketch.States)
        from trigger in Enumerable.Range(0, SketchedTable.Triggers + 1)
        from met in Enumerable.Range(0, 1 << SketchedTable.Requirements)
        from answer in SketchedTable.Answers
        select (state, trigger, (ulong)met, answer);

    private static string ToText(Verdict verdict) => verdict switch
    {
        { Destination: { } destination, Exit: { } exit } when exit == Elsewhere.Reference => $"away to {destination}",
        { Destination: { } destination } => $"to {destination}",
        { Refusals: [{ Code: "lifecycle.transition.undefined" }] } => "lifecycle.transition.undefined",
        _ => string.Join("; ", verdict.Refusals.OrderBy(refusal => Trial.Number(refusal.Code)).Select(ToText)),
    };

    private static string ToText(Refusal refusal) => refusal.IsUnjudged
        ? $"r{Trial.Number(refusal.Code)} waits for {string.Join(" ", refusal.WaitsFor.Select(Trial.Number).Order())}"
        : $"r{Trial.Number(refusal.Code)}";

    private static string KindOf(Verdict verdict) => verdict switch
    {
        { Exit: not null } => "left",
        { IsPermitted: true } => "permitted",
        { Refusals: [{ Code: "lifecycle.transition.undefined" }] } => "undefined",
        _ => verdict.Refusals.Any(refusal => refusal.IsUnjudged) ? "waiting" : "refused",
    };
}
