using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Testing.Tests.Stores.Faults;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>What a contract says of a store.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task A_breach_says_what_was_done_what_was_due_the_usual_cause_the_seed_and_the_shortest_calls()
    {
        var contract = Contracts.Over(disk => new KnowsTheLatestCommands(disk));

        var report = await contract.RunAsync();

        report.Broken.Select(verdict => verdict.Check.Code).Should().Equal("store.command.repeated", "store.sequence.differs");
        report.Broken.Last().ToString().Should().Be("""
            BROKEN       store.sequence.differs: Whatever is called in whatever order, the store answers as the model does.
                It did:    It answered Appended { Version = 6 } to: append 1 record to contract/change/CHG-1 at version 5 as cmd-2.
                It should: It should have answered AlreadyApplied { Version = 1 }.
                Usually:   Two of the promises above hold alone and not together; look at the last call.
                Seed 2, made shorter from 40 calls to 6.
                Calls:
                   1  append 1 record to contract/change/CHG-1 at version 0 as cmd-2: Appended { Version = 1 }
                   2  append 1 record to contract/change/CHG-1 at version 1 as CMD-2: Appended { Version = 2 }
                   3  append 1 record to contract/change/CHG-1 at version 2 as cmd-4: Appended { Version = 3 }
                   4  append 1 record to contract/change/CHG-1 at version 3 as cmd-1: Appended { Version = 4 }
                   5  append 1 record to contract/change/CHG-1 at version 4 as CMD-26: Appended { Version = 5 }
                   6  append 1 record to contract/change/CHG-1 at version 5 as cmd-2: Appended { Version = 6 }
            """);
    }

    [Fact]
    public async Task The_same_seed_finds_the_same_with_the_same_calls()
    {
        var contract = Contracts.Over(disk => new KnowsTheLatestCommands(disk));
        var breach = (await Sequence(contract)).Breach!;

        var again = await Sequence(contract.With(new StoreContractSettings { FirstSeed = breach.Seed!.Value, Seeds = 1 }));

        again.Breach.Should().Be(breach);
    }

    [Fact]
    public async Task What_is_not_claimed_is_reported_by_name()
    {
        var report = await StoreContract.For(() => new InMemoryEventStore()).RunAsync();

        report.ToString().Split('\n').Should().Contain("not checked  store.crash.lost: What was acknowledged before a crash is there after it, with its command id. (The store does not claim Crashing.)");
        report.ToString().Should().EndWith($"{report.Verdicts.Count(verdict => verdict.IsKept)} kept, 0 broken, {report.Unchecked.Count()} not checked");
    }

    [Fact]
    public async Task Verifying_throws_the_whole_report()
    {
        var verifying = FluentActions.Awaiting(() => Contracts.Over(disk => new TrimsTexts(disk)).VerifyAsync());

        var thrown = (await verifying.Should().ThrowAsync<StoreContractException>()).Which;
        thrown.Report.Verdicts.Select(verdict => verdict.Check).Should().Equal(StoreContract.AllChecks);
        thrown.Message.Should().Contain(thrown.Report.ToString()).And.Contain("BROKEN       store.content.blanks");
    }

    [Fact]
    public async Task A_row_is_one_check_and_throws_what_it_found()
    {
        var contract = Contracts.Over(disk => new TrimsTexts(disk));

        (await FluentActions.Awaiting(() => contract.VerifyCheckAsync("store.content.blanks")).Should().ThrowAsync<StoreContractException>())
            .Which.Report.Verdicts.Should().ContainSingle();
        await contract.VerifyCheckAsync("store.append.stale");
        await FluentActions.Awaiting(() => contract.VerifyCheckAsync("store.append.nonsense")).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_not_waited_for()
    {
        var contract = StoreContract.For(() => new Silent()).With(new StoreContractSettings { Limit = TimeSpan.FromMilliseconds(50) });

        var verdict = await contract.TryAsync(StoreContract.AllChecks[0]);

        verdict.Breach!.Did.Should().Be("The trial was not over after 0.05 s: a call waits for ever, or all of them together take longer.");
    }

    [Theory]
    [InlineData("store.document.altered", "To: find the latest version of contract/calendar/nights, it gave contract/calendar/nights@9 of 21 bytes")]
    [InlineData("store.outbox.altered", "cmd-9 #1 of contract-other/change/CHG-1")]
    [InlineData("store.content.nothing", "has another causation: 'null' of 4 characters, where none went in")]
    public async Task A_message_names_what_is_concerned_and_how_it_differs(string check, string part)
    {
        var faults = AllFaults.All.Where(fault => fault.Codes.Contains(check));

        var said = await Task.WhenAll(faults.Select(async fault => (await fault.Contract.TryAsync(StoreContract.AllChecks.Single(one => one.Code == check))).ToString()));

        said.Should().Contain(text => text.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hook_that_gives_no_store_is_said_to_be_the_hosts_doing()
    {
        var contract = StoreContract.For(() => new InMemoryEventStore(), new StoreHooks<InMemoryEventStore> { Beside = _ => null! });

        var verdict = await contract.TryAsync(StoreContract.AllChecks.Single(check => check.Code == "store.race.version"));

        verdict.Breach!.Did.Should().Be("It threw InvalidOperationException: Beside gave null where a store was due; that is the host's doing, not the store's.");
        await FluentActions.Awaiting(() => StoreContract.For<InMemoryEventStore>(() => null!).RunAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("open gave null*");
    }

    [Fact]
    public async Task A_contract_can_be_ended_early()
    {
        var running = () => StoreContract.For(() => new InMemoryEventStore()).RunAsync(new CancellationToken(canceled: true));

        await running.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Settings_that_would_check_nothing_are_refused()
    {
        Action[] settings =
        [
            () => _ = new StoreContractSettings { Seeds = 0 },
            () => _ = new StoreContractSettings { Calls = 0 },
            () => _ = new StoreContractSettings { Racers = 1 },
            () => _ = new StoreContractSettings { Rounds = 0 },
            () => _ = new StoreContractSettings { Limit = TimeSpan.Zero },
        ];

        settings.Should().AllSatisfy(setting => setting.Should().Throw<ArgumentOutOfRangeException>());
        FluentActions.Invoking(() => new StoreContractSettings { Tenants = " " }).Should().Throw<ArgumentException>();
    }

    private static Task<StoreVerdict> Sequence(StoreContract contract) => contract.TryAsync(StoreContract.AllChecks.Single(check => check.Code == "store.sequence.differs"));

    private sealed class Silent : IEventStore
    {
        public async ValueTask<AppendResult> AppendAsync(
            StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return new Appended(1);
        }

        public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            yield break;
        }
    }
}
