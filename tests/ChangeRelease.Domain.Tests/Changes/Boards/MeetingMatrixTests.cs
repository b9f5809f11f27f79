using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>The compiled table, and the decider, against the matrix that was written by hand (S-10, S-14).</summary>
public sealed class MeetingMatrixTests
{
    private static LifecycleDescription Described => MeetingModels.Ordinary.Lifecycle.Description;

    [Fact]
    public void The_matrix_asks_for_every_trigger_in_every_state()
    {
        MeetingMatrix.Triggers.Should().BeEquivalentTo(Names(typeof(MeetingTriggers)));
        MeetingMatrix.States.Should().BeEquivalentTo(Names(typeof(MeetingStates))).And.BeEquivalentTo(Described.States.Select(state => state.Name));
        MeetingMatrix.Cells.Should().HaveCount(45);
    }

    [Fact]
    public void Each_cell_of_the_matrix_is_the_one_of_the_compiled_table()
    {
        var rows = Described.Transitions.ToDictionary(row => (row.From.Name, row.Trigger.Value), row => row.Outcomes.Single().To.Name);

        MeetingMatrix.Cells.Should().AllSatisfy(cell => rows.GetValueOrDefault((cell.State, cell.Trigger)).Should().Be(cell.To, $"{cell} says so"));
        rows.Should().HaveCount(MeetingMatrix.Cells.Count(cell => cell.To is not null));
        Described.Start.Should().Be(MeetingStates.Planned);
        Described.Ends.Should().BeEquivalentTo([MeetingStates.MinutesApproved, MeetingStates.Canceled]);
    }

    [Fact]
    public void Every_cell_is_taken_to_where_the_matrix_says() => MeetingMatrix.Cells.Where(cell => cell.To is not null).Should().HaveCount(10).And.AllSatisfy(cell =>
    {
        var session = In(cell.State);
        session.Prepare(cell.Trigger);
        var (command, actor) = session.Good(cell.Trigger);

        var decision = session.Do(command, actor);

        decision.Refusals.Should().BeEmpty($"{cell} is taken");
        decision.Events.Should().ContainSingle();
        session.State.Should().Be(cell.To, $"{cell} leads there");
    });

    [Fact]
    public void Every_other_cell_is_refused_as_undefined_and_for_no_other_reason() => MeetingMatrix.Cells.Where(cell => cell.To is null).Should().HaveCount(35).And.AllSatisfy(cell =>
    {
        var session = In(cell.State);
        var (command, actor) = session.Good(cell.Trigger);

        session.Ask(command, actor).Refusals.Select(refusal => refusal.Code).Should().Equal("lifecycle.transition.undefined");
    });

    [Fact]
    public void Asking_lists_every_trigger_and_agrees_with_doing() => MeetingMatrix.States.Should().AllSatisfy(state =>
    {
        var session = In(state);
        var prospects = MeetingDecider.Ask(session.Meeting, session.Known(new AdjournMeeting(), Session.Secretary))!;

        prospects.All.Select(prospect => prospect.Trigger.Value).Should().BeEquivalentTo(MeetingMatrix.Triggers);
        prospects.All.Should().AllSatisfy(prospect =>
        {
            var done = session.Ask(session.Good(prospect.Trigger.Value).Command, Session.Secretary).Refusals;
            prospect.Refusals.Select(refusal => refusal.Code).Should().BeSubsetOf(done.Select(refusal => refusal.Code), $"what {prospect.Trigger} foretells is said when it is done");
        });
    });

    private static Session In(string state) => state switch
    {
        "Planned" => new Session(),
        "InSession" => new Session().Go("Open"),
        "Adjourned" => new Session().Go("Open", "Adjourn"),
        "MinutesApproved" => new Session().Go("Open", "Adjourn", "Approve"),
        _ => new Session().Go("Cancel"),
    };

    private static IEnumerable<string> Names(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name);
}
