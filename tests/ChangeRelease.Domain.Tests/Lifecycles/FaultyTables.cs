using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Tables with known faults: what is wrong with each, and nothing else.</summary>
internal static class FaultyTables
{
    private static readonly Selector<Trial> HeldFrom = Selector.For<Trial>("held from", ["Draft", "Checking"], trial => trial.Answer);

    private static readonly OriginSelector<Trial> CameFrom = Selector.Origin<Trial>("came from", _ => Draft);

    private static readonly Parameter<string> Reason = Parameter.Text("reason", "Why.");

    public static IReadOnlyDictionary<string, (Action<LifecycleTable<Trial>> Write, string[] Faults)> All { get; } =
        new Dictionary<string, (Action<LifecycleTable<Trial>>, string[])>(StringComparer.Ordinal)
        {
            ["no start"] = (table => table.In(Draft).On(Close).GoTo(Closed).EndsIn(Closed), ["lifecycle.start.not-one at faulty"]),
            ["two starts"] = (
                table => table.StartsIn(Draft).StartsIn(Checking).In(Draft, Checking).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.start.not-one at faulty"]),
            ["the same start twice"] = (
                table => table.StartsIn(Draft).StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.start.not-one at faulty"]),
            ["a start without rows"] = (
                table => table.StartsIn(Held).In(Draft).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.start.undefined at Held", "lifecycle.state.unreachable at Draft", "lifecycle.state.unreachable at Closed"]),
            ["no end"] = (
                table => table.StartsIn(Draft).In(Draft).On(Annotate).Stay(),
                ["lifecycle.end.missing at faulty", "lifecycle.state.dead-end at Draft"]),
            ["a row out of an end"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).In(Closed).On(Annotate).Stay().EndsIn(Closed),
                ["lifecycle.end.left at Closed on Annotate"]),
            ["one name in two phases"] = (
                table => table.StartsIn(Draft).In(Draft).On(Submit).GoTo(new State("Draft", Phase.Ready))
                    .In(new State("Draft", Phase.Ready)).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.state.ambiguous at Draft"]),
            ["one phase at two places"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(new State("Late", Phase.InOrder("Preparation", 15)))
                    .In(new State("Late", Phase.InOrder("Preparation", 15))).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.phase.ambiguous at Preparation"]),
            ["a row that leads nowhere"] = (
                table =>
                {
                    table.StartsIn(Draft).In(Draft).On(Submit);
                    table.In(Draft).On(Close).GoTo(Closed).EndsIn(Closed);
                },
                ["lifecycle.transition.unfinished at Draft on Submit"]),
            ["a target without rows"] = (
                table => table.StartsIn(Draft).In(Draft).On(Submit).GoTo(Checking).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.target.undefined at Draft on Submit"]),
            ["an exit to a state that the other table lacks"] = (
                table => table.StartsIn(Draft).In(Draft).On(Submit).ExitTo(Straight(), Running).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.target.undefined at Draft on Submit"]),
            ["a step back"] = (
                table => table.StartsIn(Draft).In(Draft).On(Submit).GoTo(Checking).In(Checking).On(Hold).GoTo(Draft).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.phase.backwards at Checking on Hold"]),
            ["a step aside that is no side door"] = (
                table => table.StartsIn(Draft).In(Draft).On(Hold).GoTo(Held).On(Close).GoTo(Closed).SideDoor(Resume).From(Held).GoTo(Draft).EndsIn(Closed),
                ["lifecycle.phase.backwards at Draft on Hold"]),
            ["an exit back"] = (
                table => table.StartsIn(Checking).In(Checking).On(Submit).ExitTo(Straight(), Draft).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.phase.backwards at Checking on Submit"]),
            ["a case without a target"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).Choose(HeldFrom, ("Draft", Closed)).EndsIn(Closed),
                ["lifecycle.selector.incomplete at Draft on Close"]),
            ["a case that is never answered"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).Choose(HeldFrom, ("Draft", Closed), ("Checking", null), ("Limbo", Closed)).EndsIn(Closed),
                ["lifecycle.selector.unknown-case at Draft on Close"]),
            ["a case with two targets"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).Choose(HeldFrom, ("Draft", Closed), ("Checking", null), ("Draft", null)).EndsIn(Closed),
                ["lifecycle.selector.repeated-case at Draft on Close"]),
            ["two open transitions for a trigger"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).On(Close).Stay().EndsIn(Closed),
                ["lifecycle.transition.repeated at Draft on Close"]),
            ["a state named twice before one trigger"] = (
                table => table.StartsIn(Draft).In(Draft, Draft).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.transition.repeated at Draft on Close"]),
            ["a side door beside a row of the same trigger"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).SideDoor(Close).From(Draft).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.transition.repeated at Draft on Close"]),
            ["too many requirements"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When([.. Enumerable.Range(0, 65).Select(Trial.Needs)]).EndsIn(Closed),
                ["lifecycle.requirement.too-many at Draft on Close"]),
            ["two requirements under one code"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When(Trial.Needs(1), Trial.Needs(1)).EndsIn(Closed),
                ["lifecycle.requirement.ambiguous at trial.requirement.r1"]),
            ["a requirement that speaks as if there were no row"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed)
                    .When(Requirement.For<Trial>("lifecycle.transition.undefined").Says("It poses as another.").IsMetWhen(_ => true)).EndsIn(Closed),
                ["lifecycle.requirement.reserved at Draft on Close"]),
            ["a state that nothing leads to"] = (
                table => table.StartsIn(Draft).In(Draft, Checking).On(Close).GoTo(Closed).EndsIn(Closed),
                ["lifecycle.state.unreachable at Checking"]),
            ["a circle without a way out"] = (
                table => table.StartsIn(Draft).In(Draft).On(Submit).GoTo(Checking).On(Close).GoTo(Closed).In(Checking).On(Annotate).Stay().EndsIn(Closed),
                ["lifecycle.state.dead-end at Checking"]),
            ["a way back that someone lacks"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed)
                    .SideDoor(Hold).From(Draft).GoTo(Held).SideDoor(Resume).From(Held).Return(CameFrom, Way.BackTo(Draft)).SideDoor(Start).From(Held).Stay().ComesFrom(Closed).EndsIn(Closed),
                ["lifecycle.origin.missing at Held on Resume"]),
            ["two ways back for one origin"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).On(Submit).GoTo(Checking).In(Checking).On(Close).GoTo(Closed)
                    .SideDoor(Hold).From(Draft).GoTo(Held).SideDoor(Resume).From(Held).Return(CameFrom, Way.BackTo(Draft), Way.BackTo(Checking).For(Draft)).EndsIn(Closed),
                ["lifecycle.origin.repeated at Held on Resume"]),
            ["a trigger that takes something and has no row"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).Takes(Submit, Reason).EndsIn(Closed),
                ["lifecycle.trigger.unused at Submit"]),
            ["a trigger that takes something, said twice"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).Takes(Close, Reason).Takes(Close).EndsIn(Closed),
                ["lifecycle.trigger.repeated at Close"]),
            ["two parameters of one name"] = (
                table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).Takes(Close, Reason, Parameter.Truth("reason", "Whether there is one.")).EndsIn(Closed),
                ["lifecycle.parameter.repeated at Close"]),
            ["everything at once"] = (
                table => table
                    .StartsIn(Draft)
                    .In(Draft).On(Submit).GoTo(Checking).On(Submit).GoTo(Closed).On(Start).GoTo(Running)
                    .In(Checking).On(Annotate).Stay()
                    .In(Held).On(Close).GoTo(Closed)
                    .EndsIn(Closed),
                [
                    "lifecycle.target.undefined at Draft on Start",
                    "lifecycle.phase.backwards at Held on Close",
                    "lifecycle.transition.repeated at Draft on Submit",
                    "lifecycle.state.unreachable at Held",
                    "lifecycle.state.dead-end at Checking",
                ]),
        };
}
