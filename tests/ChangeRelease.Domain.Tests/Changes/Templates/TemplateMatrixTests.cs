using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>The compiled table, and the decider, against the matrix that was written by hand (S-10, S-14).</summary>
public sealed class TemplateMatrixTests
{
    private static LifecycleDescription Described => TemplateModels.Ordinary.Lifecycle.Description;

    [Fact]
    public void The_matrix_asks_for_every_trigger_in_every_state()
    {
        TemplateMatrix.Triggers.Should().BeEquivalentTo(Names(typeof(TemplateTriggers)));
        TemplateMatrix.States.Should().BeEquivalentTo(Names(typeof(TemplateStates))).And.BeEquivalentTo(Described.States.Select(state => state.Name));
        TemplateMatrix.Cells.Should().HaveCount(55);
    }

    [Fact]
    public void Each_cell_of_the_matrix_is_the_one_of_the_compiled_table()
    {
        var rows = Described.Transitions.ToDictionary(row => (row.From.Name, row.Trigger.Value));

        TemplateMatrix.Cells.Should().AllSatisfy(cell =>
        {
            var expected = cell.To switch { null => [], "[before]" => TemplateMatrix.Before.Select(answer => (answer.Key, answer.Value)), _ => [(string.Empty, cell.To)] };
            (rows.GetValueOrDefault((cell.State, cell.Trigger))?.Outcomes ?? []).Select(outcome => (outcome.Case ?? string.Empty, outcome.To.Name)).Should().BeEquivalentTo(expected, $"{cell}");
        });
        rows.Should().HaveCount(TemplateMatrix.Cells.Count(cell => cell.To is not null));
        Described.Ends.Should().Equal(TemplateStates.Retired);
    }

    [Fact]
    public void Every_cell_is_taken_to_where_the_matrix_says() => Situations()
        .SelectMany(at => TemplateMatrix.Cells.Where(cell => cell.State == at.State && cell.To is not null).Select(cell => (at.Before, At: at, cell.Trigger, To: cell.To == "[before]" ? TemplateMatrix.Before[at.Before] : cell.To)))
        .Where(step => step.Before != "never published" || step.Trigger is not ("Suspend" or "Reinstate"))
        .Where(step => step.Before != "suspended" || step.Trigger != "Suspend")
        .Should().HaveCount(45).And.AllSatisfy(step =>
        {
            var play = step.At.Make();
            play.State.Should().Be(step.At.State);
            play.Prepare(step.Trigger);
            var (command, actor) = play.Good(step.Trigger);

            var decision = play.Do(command, actor);

            decision.Refusals.Should().BeEmpty($"{step} is taken");
            decision.Events.Should().ContainSingle();
            play.State.Should().Be(step.To, $"{step} leads there");
        });

    [Fact]
    public void Every_other_cell_is_refused_as_undefined_and_for_no_other_reason() => Situations()
        .SelectMany(at => TemplateMatrix.Cells.Where(cell => cell.State == at.State && cell.To is null).Select(cell => (At: at, cell.Trigger)))
        .Should().NotBeEmpty().And.AllSatisfy(step =>
        {
            var play = step.At.Make();
            var (command, actor) = play.Good(step.Trigger);

            play.Ask(command, actor).Refusals.Select(refusal => refusal.Code).Should().Equal("lifecycle.transition.undefined");
        });

    [Fact]
    public void Asking_lists_every_trigger_and_agrees_with_doing() => Situations().Should().AllSatisfy(at =>
    {
        var play = at.Make();
        var prospects = TemplateDecider.Ask(play.Template, play.Known(Play.Olga))!;

        prospects.All.Select(prospect => prospect.Trigger.Value).Should().BeEquivalentTo(TemplateMatrix.Triggers);
        prospects.All.Should().AllSatisfy(prospect =>
        {
            var done = play.Ask(play.Good(prospect.Trigger.Value).Command, Play.Olga).Refusals;
            prospect.Refusals.Select(refusal => refusal.Code).Should().BeSubsetOf(done.Select(refusal => refusal.Code), $"what {prospect.Trigger} foretells is said when it is done");
        });
    });

    /// <summary>Each state, with each of what may have been published before.</summary>
    private static IEnumerable<(string State, string Before, Func<Play> Make)> Situations() =>
    [
        ("Proposed", "never published", () => new Play()),
        ("Authorizing", "never published", () => new Play().Go("Submit")),
        ("Published", "in force", () => new Play().Publish()),
        ("Proposed", "in force", () => new Play().Publish().Go("Revise")),
        ("Authorizing", "in force", () => new Play().Publish().Go("Revise", "Submit")),
        ("Suspended", "suspended", () => new Play().Publish().Go("Suspend")),
        ("Proposed", "suspended", () => new Play().Publish().Go("Suspend", "Revise")),
        ("Authorizing", "suspended", () => new Play().Publish().Go("Revise", "Submit", "Suspend")),
        ("Retired", "never published", () => new Play().Go("Retire")),
        ("Retired", "in force", () => new Play().Publish().Go("Retire")),
    ];

    private static IEnumerable<string> Names(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name);
}
