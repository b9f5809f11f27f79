using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using Stateless;
using Stateless.Reflection;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>No surprises of the engine underneath: each test shows one on a machine that is used naively, and that ours does not have it.</summary>
public sealed class EngineSurpriseTests
{
    private const string A = "A";
    private const string B = "B";
    private const string C = "C";
    private const string Go = "go";
    private const string On = "on";

    [Fact]
    public void Nothing_has_moved_when_something_throws()
    {
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).Permit(Go, B);
        naive.Configure(B).OnEntry(() => throw new TimeoutException());
        naive.Invoking(machine => machine.Fire(Go)).Should().Throw<TimeoutException>();
        naive.State.Should().Be(B, "that is the surprise: it failed, and it moved");

        var here = Draft;
        var selector = Selector.For<Trial>("answer", ["yes"], trial => trial.Meets(2) ? "yes" : throw new TimeoutException());
        var own = Table(row => row.Choose(selector, ("yes", Checking)), Asks(trial => trial.Meets(1) ? true : throw new TimeoutException()));
        own.Invoking(lifecycle => here = lifecycle.Take(here, Submit, Trial.MeetsNothing).Destination!).Should().Throw<TimeoutException>("of the requirement");
        own.Invoking(lifecycle => here = lifecycle.Take(here, Submit, Trial.MeetsNothing.Curing(1)).Destination!).Should().Throw<TimeoutException>("of the selector");
        here.Should().Be(Draft);
        own.Take(here, Submit, Trial.MeetsAll with { Answer = "yes" }).Destination.Should().Be(Checking);
    }

    [Fact]
    public void No_side_effect_stands_in_the_machine()
    {
        var effects = new List<string>();
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).Permit(Go, B).OnExit(() => effects.Add("exit"));
        naive.Configure(B).OnEntry(() => effects.Add("entry"));
        naive.Fire(Go);
        effects.Should().Equal("exit", "entry");
        HasActions(naive.GetInfo()).Should().BeTrue();

        Machines().Should().HaveCount(6).And.OnlyContain(machine => !HasActions(machine));
    }

    [Fact]
    public void Guards_of_the_machine_are_never_asynchronous()
    {
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIfAsync(Go, B, async () =>
        {
            await Task.Yield();
            return true;
        });
        naive.Invoking(machine => machine.Fire(Go)).Should().Throw<InvalidOperationException>("nothing says so before it is fired");

        Machines().SelectMany(machine => machine.States).SelectMany(state => state.FixedTransitions).SelectMany(transition => transition.GuardConditionsMethodDescriptions)
            .Should().NotBeEmpty().And.OnlyContain(guard => !guard.IsAsync);
    }

    [Fact]
    public void A_requirement_is_judged_once()
    {
        var asked = 0;
        var naive = new StateMachine<string, string>(A, FiringMode.Immediate);
        naive.Configure(A).PermitIf(Go, B, () => ++asked == 1);
        naive.CanFire(Go).Should().BeTrue();
        naive.Invoking(machine => machine.Fire(Go)).Should().Throw<InvalidOperationException>("it is asked again, and may answer otherwise");
        asked.Should().Be(2);

        var judged = 0;
        var own = Table(row => row.GoTo(Checking), Asks(_ => ++judged == 1));
        own.Take(Draft, Submit, Trial.MeetsAll).IsPermitted.Should().BeTrue();
        judged.Should().Be(1);
    }

    [Fact]
    public void What_waits_for_a_requirement_is_not_judged_before_it()
    {
        string? known = null;
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIf(Go, B, new Tuple<Func<bool>, string>(() => known is not null, "known"), new Tuple<Func<bool>, string>(() => known!.Length > 0, "named"));
        naive.Invoking(machine => machine.CanFire(Go)).Should().Throw<NullReferenceException>("the second guard is asked whatever the first one says");

        var first = Asks(_ => known is not null);
        var second = Requirement.For<Trial>("trial.name.missing").Says("It has a name.").IsMetWhen(_ => known!.Length > 0).After(first);
        Table(row => row.GoTo(Checking), second).Take(Draft, Submit, Trial.MeetsAll).Refusals.Select(refusal => refusal.IsUnjudged).Should().Equal(false, true);
    }

    [Fact]
    public void Asking_stays_on_the_thread_of_the_caller()
    {
        var threads = new List<int>();
        bool Note()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return true;
        }

        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIf(Go, B, Note);
        OnOneThread(() => Permitted(naive).Should().Equal(Go)).Should().NotBe(threads.Single(), "the guard ran on a thread of the pool");

        threads.Clear();
        var place = Table(row => row.GoTo(Checking), Asks(_ => Note())).At(Draft)!;
        var own = OnOneThread(() =>
        {
            place.Permits(Submit, Trial.MeetsAll).Should().BeTrue();
            place.Available(Trial.MeetsAll).ToValueList().Should().Equal(Submit);
            place.Lifecycle.Take(Draft, Submit, Trial.MeetsAll).IsPermitted.Should().BeTrue();
        });
        threads.Should().Equal(own, own, own);
    }

    [Fact]
    public void Showing_it_as_text_judges_nothing()
    {
        var asked = 0;
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIf(Go, B, () => ++asked > 0);
        naive.ToString().Should().NotBeEmpty();
        asked.Should().BePositive("a line in a log asks every guard");

        var judged = 0;
        var own = Table(row => row.GoTo(Checking), Asks(_ => ++judged > 0));
        $"{own}{own.At(Draft)}{own.Description}".Should().NotBeEmpty();
        judged.Should().Be(0);
    }

    [Fact]
    public void No_trigger_of_a_failed_command_fires_in_the_next_one()
    {
        var fails = true;
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).Permit(Go, B);
        naive.Configure(B).Permit(On, C).PermitReentry(Go).OnEntry(() =>
        {
            naive.Fire(On);
            _ = fails ? throw new TimeoutException() : 0;
        });
        naive.Configure(C).Ignore(Go).Ignore(On);
        naive.Invoking(machine => machine.Fire(Go)).Should().Throw<TimeoutException>();
        fails = false;
        naive.Fire(Go);
        naive.State.Should().Be(C, "the trigger of the failed command came first, and took it away from B");

        Lifecycle<Trial>? shared = null;
        var own = shared = Table(row => row.GoTo(Checking), Asks(trial => !shared!.Take(Checking, Close, trial).IsPermitted || trial.Meets(1) ? true : throw new TimeoutException()));
        own.Invoking(lifecycle => lifecycle.Take(Draft, Submit, Trial.MeetsNothing)).Should().Throw<TimeoutException>();
        own.Take(Draft, Submit, Trial.MeetsAll).Destination.Should().Be(Checking);
    }

    [Fact]
    public void A_question_inside_a_question_is_answered_at_once()
    {
        var inside = new List<string>();
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIf(Go, B, () => Ask()).PermitReentry(On);
        naive.Configure(B).Permit(On, C);
        bool Ask()
        {
            naive.Fire(On);
            inside.Add(naive.State);
            return true;
        }

        naive.Fire(Go);
        inside.Should().Equal([A], "the inner trigger waits in a queue");
        naive.State.Should().Be(C, "and fires from where nobody fired it");

        Lifecycle<Trial>? shared = null;
        var answers = new List<State?>();
        bool AskOwn(Trial trial)
        {
            answers.Add(shared!.Take(Checking, Close, trial).Destination);
            return true;
        }

        shared = Table(row => row.GoTo(Checking), Asks(AskOwn));
        shared.Take(Draft, Submit, Trial.MeetsAll).Destination.Should().Be(Checking);
        answers.Should().Equal(Closed);
    }

    [Fact]
    public void One_machine_serves_another_thread_while_it_is_judging()
    {
        using var gate = new Gate();
        var (naiveState, after) = (A, string.Empty);
        var naive = new StateMachine<string, string>(() => naiveState, state => naiveState = state);
        naive.Configure(A).PermitIf(Go, B, gate.Pass).Permit(On, C);
        naive.Configure(B).Permit(On, A);
        naive.Configure(C);
        gate.While(() => naive.Fire(Go), () =>
        {
            naive.Fire(On);
            after = naiveState;
        });
        after.Should().Be(A, "the second fire returned as if it had been done");

        using var ownGate = new Gate();
        var own = Table(row => row.GoTo(Checking), Asks(trial => !trial.Meets(7) || ownGate.Pass()));
        var (slow, quick) = ((State?)null, (State?)null);
        ownGate.While(() => slow = own.Take(Draft, Submit, Trial.MeetsAll).Destination, () => quick = own.Take(Checking, Close, Trial.MeetsNothing).Destination);
        (slow, quick).Should().Be((Checking, Closed));
    }

    [Fact]
    public void What_a_state_forbids_nobody_permits_in_its_place()
    {
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).SubstateOf(C).PermitIf(Go, B, () => false, "not from here");
        naive.Configure(C).Permit(Go, B);
        naive.Fire(Go);
        naive.State.Should().Be(B, "the superstate permits what the substate forbids");

        var own = Table(row => row.GoTo(Checking), Asks(_ => false));
        own.Take(Draft, Submit, Trial.MeetsAll).IsPermitted.Should().BeFalse();
        Machines().SelectMany(machine => machine.States).Should().OnlyContain(state => state.Superstate == null && !state.Substates.Any());
    }

    [Fact]
    public void A_trigger_that_is_not_known_is_refused_with_a_reason()
    {
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIf(Go, B, () => false, "not now");
        naive.CanFire(Go, out var unmet).Should().BeFalse();
        unmet.Should().Equal("not now");
        naive.CanFire(On, out unmet).Should().BeFalse();
        unmet.Should().BeNull("and whoever lists the reasons fails");

        Table(row => row.GoTo(Checking), Asks(_ => false)).Take(Draft, Resume, Trial.MeetsAll).Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.transition.undefined");
    }

    [Fact]
    public void An_exception_of_a_requirement_arrives_as_it_was_thrown()
    {
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).PermitIf(Go, B, () => throw new TimeoutException()).PermitIf(On, C, () => true);
        naive.Invoking(Permitted).Should().Throw<Exception>("one guard that fails hides every other answer");

        var place = Table(row => row.GoTo(Checking), Asks(_ => throw new TimeoutException()), also: table => table.In(Draft).On(Annotate).Stay()).At(Draft)!;
        place.Invoking(here => here.Permits(Submit, Trial.MeetsAll)).Should().Throw<TimeoutException>();
        place.Invoking(here => here.Available(Trial.MeetsAll).ToValueList()).Should().Throw<TimeoutException>();
        place.Permits(Annotate, Trial.MeetsAll).Should().BeTrue("it is asked alone");
    }

    [Fact]
    public void A_name_cannot_change_what_is_drawn()
    {
        const string Hostile = "go : away; B --> C";
        var naive = new StateMachine<string, string>(A);
        naive.Configure(A).Permit(Hostile, B);
        Stateless.Graph.MermaidGraph.Format(naive.GetInfo()).Should().Contain(Hostile, "it is drawn as it is written");

        var drawn = Diagram.Mermaid(HostileNames.Named(Hostile).Description);
        drawn.Should().NotContain(Hostile);
        MermaidText.Read(drawn).Labels.Should().Contain(Hostile);
    }

    private static Lifecycle<Trial> Table(Func<TableTrigger<Trial>, TableRow<Trial>> leads, Requirement<Trial> asks, Action<LifecycleTable<Trial>>? also = null) =>
        Lifecycle.Define<Trial>("own", 1, table =>
        {
            leads(table.StartsIn(Draft).In(Draft).On(Submit)).When(asks).In(Checking).On(Close).GoTo(Closed).EndsIn(Closed);
            also?.Invoke(table);
        });

    private static Requirement<Trial> Asks(Func<Trial, bool> isMet) => Requirement.For<Trial>("trial.question.open").Says("It is so.").IsMetWhen(isMet);

    private static IEnumerable<StateMachineInfo> Machines() =>
        ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Machine.Info).Append(ReleaseModels.Ordinary.Lifecycle.Machine.Info);

    private static bool HasActions(StateMachineInfo machine) =>
        machine.States.Any(state => state.EntryActions.Any() || state.ExitActions.Any() || state.ActivateActions.Any() || state.DeactivateActions.Any());

#pragma warning disable CS0618 // It is what one finds first.
    private static IEnumerable<string> Permitted(StateMachine<string, string> machine) => machine.GetPermittedTriggers();
#pragma warning restore CS0618

    // A thread of its own, not one of the pool.
    private static int OnOneThread(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        thread.Join();
        return thread.ManagedThreadId;
    }
}
