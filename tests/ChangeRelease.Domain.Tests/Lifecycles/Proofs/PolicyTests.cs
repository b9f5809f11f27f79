using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Lifecycles.Policy;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>How policies read, and what is said of them.</summary>
public sealed class PolicyTests
{
    private static readonly Trigger Skip = new("Skip");

    private static readonly LifecycleDescription Gated = new(
        "gated",
        1,
        Draft,
        [Closed],
        [Draft, Checking, Running, Held, Closed],
        [
            Redraft.Row(Draft, Submit, Checking, "test.title.missing"),
            Redraft.Row(Draft, Hold, Held),
            Redraft.Row(Checking, Start, Running, "test.title.missing", "test.approval.missing"),
            Redraft.Row(Checking, Hold, Held),
            Redraft.Row(Running, Close, Closed),
            new Transition(Held, Resume, [new Outcome("Draft", Draft, null) { Origins = [Draft] }, new Outcome("Checking", Checking, null) { Origins = [Checking] }], [], true, "held from"),
        ]);

    public static TheoryData<string> Sentences => new(Spoken.Keys);

    private static Dictionary<string, Policy> Spoken { get; } = new(StringComparer.Ordinal)
    {
        ["Never in Realization."] = Never(In(Phase.Realization)),
        ["Never in Realization or Running unless Authorization was passed or Skip [left] was taken."] =
            Never(In(Phase.Realization).Or(Running)).Unless(Passed(Phase.Authorization)).OrUnless(Taken(Skip, "left")),
        ["Never in Running unless test.approval.missing was met since Draft was passed or Hold was taken."] =
            Never(In(Running)).Unless(Met("test.approval.missing")).Since(Passed(Draft)).Since(Taken(Hold)),
        ["Once Realization was passed, never in Closed unless Close was taken since."] = Never(In(Closed)).Once(Passed(Phase.Realization)).Unless(Taken(Close)),
        ["Never in Realization, supposing that test.approval.missing is never met and test.title.missing is never met."] =
            Never(In(Phase.Realization)).AssumingNeverMet("test.approval.missing").AssumingNeverMet("test.title.missing"),
        ["It is always possible to be in Ended some day, while in Held or Checking."] = AlwaysPossible(In(Phase.Ended)).While(In(Held, Checking)),
        ["Start is refused while in Preparation or Held."] = Refused(Start).While(In(Phase.Preparation).Or(Held)),
        ["Start is refused unless test.title.missing or test.approval.missing is met."] = Refused(Start).UnlessMet("test.title.missing").UnlessMet("test.approval.missing"),
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_policy_reads_as_a_sentence(string sentence) => Spoken[sentence].ToString().Should().Be(sentence);

    [Fact]
    public void A_yes_is_one_line() => Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)).Prove(Gated).ToString()
        .Should().Be("True of gated@1: Never in Realization unless Authorization was passed.");

    [Fact]
    public void A_no_comes_with_its_path() => Never(In(Closed)).Unless(Met("test.peace.missing"))
        .Prove(Gated.WithRow(Redraft.Row(Held, Skip, Closed)).WithRow(Redraft.Row(Running, Skip, Running, "test.peace.missing"))).ToString().Should().Be("""
        False of gated@1: Never in Closed unless test.peace.missing was met.
          Draft -- Hold --> Held
          Held -- Skip --> Closed
          It is in Closed of Ended, and it is not so that test.peace.missing was met.
        """);

    [Fact]
    public void What_was_met_on_the_way_is_shown() => Refused(Start).Prove(Gated).ToString().Should().Be("""
        False of gated@1: Start is refused.
          Draft -- Submit --> Checking, needs test.title.missing
          Checking -- Start --> Running, needs test.title.missing, test.approval.missing
          Start has a row in Checking of Authorization.
        """);

    [Fact]
    public void Who_was_held_goes_back_to_where_it_was_held() =>
        Never(In(Checking)).Unless(Taken(Submit)).Prove(Gated).Holds.Should().BeTrue();

    [Fact]
    public void A_supposition_closes_rows()
    {
        var policy = Never(In(Phase.Realization));

        policy.Prove(Gated).Holds.Should().BeFalse();
        policy.AssumingNeverMet("test.approval.missing").Prove(Gated).Should().Match<Proof>(proof => proof.Holds && !proof.IsVacuous);
        AlwaysPossible(In(Phase.Ended)).AssumingNeverMet("test.approval.missing").Prove(Gated).ToString().Should().Be("""
            False of gated@1: It is always possible to be in Ended some day, supposing that test.approval.missing is never met.
              From Draft no path leads to Ended.
            """);
    }

    [Fact]
    public void What_never_comes_up_is_said_to_be_vacuous()
    {
        var lonely = Gated.WithState(new State("Lonely", Phase.Review)).WithRow(Redraft.Row(new State("Lonely", Phase.Review), Skip, Closed));

        Never(In(Phase.Review)).Unless(Passed(Phase.Ready)).Prove(lonely).Outcome.Should().Be(ProofOutcome.Misstated);
        var proof = Never(In(Phase.Review)).Unless(Passed(Phase.Authorization)).Prove(lonely);
        proof.IsVacuous.Should().BeTrue();
        proof.ToString().Should().Be("True but vacuous of gated@1: Never in Review unless Authorization was passed.");
        Never(In(Phase.Review)).Prove(lonely).IsVacuous.Should().BeFalse("that is what was to be shown");
        Never(In(Phase.Review)).AssumingNeverMet("test.approval.missing").Prove(lonely).IsVacuous.Should().BeTrue("it holds without supposing anything");
    }

    [Fact]
    public void What_no_definition_has_is_named_all_at_once_and_never_holds()
    {
        var proof = Never(In(Phase.Review)).Unless(Taken(Skip)).OrUnless(Taken(Resume, "Running")).OrUnless(Met("test.nobody.asks")).AssumingNeverMet("test.none.either").Prove(Gated);

        proof.Holds.Should().BeFalse();
        proof.ToString().Should().Be("""
            Misstated of gated@1: Never in Review unless Skip was taken or Resume [Running] was taken or test.nobody.asks was met, supposing that test.none.either is never met.
              No definition has the phase Review, nor the trigger Skip, nor the trigger Resume with the case 'Running', nor the requirement test.nobody.asks, nor the requirement test.none.either.
            """);
    }

    [Fact]
    public void An_exit_into_the_unknown_is_not_a_yes()
    {
        var exit = Redraft.Row(Draft, Skip, new Outcome(null, Draft, Gated.ToReference()));
        var leaving = (Gated with { Id = "leaving" }).WithRow(exit);
        var policy = Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization));

        policy.Prove(leaving, Gated).Holds.Should().BeTrue();
        var proof = policy.Prove(leaving);
        proof.Outcome.Should().Be(ProofOutcome.Unproved);
        proof.ToString().Should().Be($"""
            Not proved of leaving@1: Never in Realization unless Authorization was passed.
              Draft -- Skip --> Draft in gated@1
              What happens then is not known: the definition {Gated.ToReference()} is not given, or has no state Draft.
            """);
        LifecycleFamily.Of(leaving).Missing.Should().Equal(Gated.ToReference());
    }

    [Fact]
    public void An_exit_is_found_by_its_hash()
    {
        var exit = Redraft.Row(Draft, Skip, new Outcome(null, Draft, Gated.ToReference()));
        var leaving = (Gated with { Id = "leaving" }).WithRow(exit);

        Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)).Prove(leaving, Gated.Without(Draft, Hold)).Outcome.Should().Be(ProofOutcome.Unproved);
    }

    [Fact]
    public void Equal_sentences_are_equal_policies()
    {
        Never(In(Phase.Realization)).Unless(Taken(Skip)).Should().Be(Never(In(Phase.Realization)).Unless(Taken(Skip)));
        Never(In(Phase.Realization)).Should().NotBe(Never(In(Phase.Review)));
    }

    [Fact]
    public void What_makes_no_sentence_is_refused_at_once()
    {
        Invoking(() => In(ReadOnlySpan<Phase>.Empty)).Should().Throw<ArgumentOutOfRangeException>();
        Invoking(() => Met("No Code")).Should().Throw<ArgumentException>();
        Invoking(() => Refused(Start).UnlessMet("No Code")).Should().Throw<ArgumentException>();
        Invoking(() => Never(In(Running)).AssumingNeverMet("No Code")).Should().Throw<ArgumentException>();
    }

    private static Func<object> Invoking(Func<object> act) => act;
}
