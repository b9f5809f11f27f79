using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>A random policy over five people with service accounts, delegations that hold or do not, pairs kept apart, and votes that are good or not.</summary>
internal sealed class LargeWorld
{
    private static readonly ServiceAccount[] Accounts = [new(Who("bot1"), Who("a")), new(Who("bot2"), Who("b"))];
    private static readonly Duration Validity = Duration.FromDays(1);
    private static readonly Digest Other = Digest.Of("other content"u8);

    private readonly Random _random;
    private readonly DirectorySnapshot _people;
    private readonly DirectorySnapshot _directory;
    private readonly ApprovalRule _rule;
    private readonly ValueList<ActorId> _hands;
    private readonly ValueList<Separation> _apart;
    private readonly ValueList<Vote> _votes;

    public LargeWorld(int seed)
    {
        var worlds = new PolicyWorlds(seed);
        _random = new Random(~seed);
        _people = worlds.Directory();
        _directory = _people with
        {
            Memberships = _people.Memberships.Select(role => role with { Members = role.Members.Concat(Accounts.Where(_ => OneIn(4)).Select(one => one.Account)).ToValueList() }).ToValueList(),
            ServiceAccounts = [.. Accounts],
            Delegations = Enumerable.Range(0, _random.Next(5)).Select(_ => Delegation()).ToValueList(),
        };
        _rule = new ApprovalRule("normal", ApprovalAct.Authorize, worlds.Expression(), OneIn(2) ? Validity : null);
        _hands = worlds.Some(6).Concat(Accounts.Where(_ => OneIn(8)).Select(one => one.Account)).ToValueList();
        _apart = OneIn(4) ? [new Separation(Party(), Party())] : [];
        _votes = PolicyWorlds.People.Concat(Accounts.Where(_ => OneIn(8)).Select(one => one.Account)).Where(_ => !OneIn(3)).Select(Vote).ToValueList();
    }

    public void Check(Findings findings)
    {
        var contributors = _hands.Aggregate(Contributors.None, (so, hand) => so.With(hand, "editor")).Resolved(_directory, _apart, Now);
        var isSatisfied = new Ballot(_rule, _directory, Content, _votes, contributors, Now).Count().IsSatisfied;
        var (struck, counting) = (Struck(), new List<Vote>());
        foreach (var vote in _votes)
        {
            var why = Problem(vote, struck);
            findings.Count(why ?? (HasHand(vote, struck) ? "noes with a hand in it" : vote.Chain.Count > 0 ? "votes for another" : "votes"));
            counting.AddRange(why is null ? [vote] : []);
        }

        findings.Check();
        findings.Count(isSatisfied ? "large and satisfied" : "large and not satisfied");
        if (isSatisfied != new NaivePolicy(_people, Approving(counting), Seats(counting, VoteChoice.Reject)).IsSatisfied(_rule.Asks))
        {
            findings.Differ($"{this} is {(isSatisfied ? "satisfied" : "not satisfied")}");
        }
    }

    public override string ToString() =>
        $"{_rule.Asks}, valid for {_rule.Validity?.ToString() ?? "ever"}; {string.Join("; ", _directory.Memberships.Select(role => $"{role.Role}: {role.Members}"))}; hands {_hands}; "
        + $"delegations {_directory.Delegations}; apart {_apart}; by {string.Join(", ", _votes.Select(vote => $"{vote} at {vote.At}{(vote.Through is null ? string.Empty : $" through {vote.Through}")}{(vote.Seen == Content ? string.Empty : " on other content")}"))}";

    // Where two use one voice: no is heard before nothing, and nothing before yes.
    private static List<ActorId> Approving(List<Vote> votes) =>
        [.. Seats(votes, VoteChoice.Approve).Except(Seats(votes, VoteChoice.Reject)).Except(Seats(votes, VoteChoice.Abstain))];

    private static List<ActorId> Seats(List<Vote> votes, VoteChoice choice) => [.. votes.Where(vote => vote.Choice == choice).Select(SeatOf).Distinct()];

    private static ActorId SeatOf(Vote vote) => vote.Chain.Count > 0 ? vote.Chain[0] : vote.Voter;

    private string? Problem(Vote vote, HashSet<ActorId> struck) => vote switch
    {
        { Seen: var seen } when seen != Content => "votes on other content",
        { At: var at } when _rule.Validity is not null && Now - at >= Validity => "votes expired",
        _ when !PolicyWorlds.People.Contains(SeatOf(vote)) => "votes of service accounts",
        _ when vote.Choice == VoteChoice.Approve && HasHand(vote, struck) => "approvals with a hand in it",
        _ => null,
    };

    private static bool HasHand(Vote vote, HashSet<ActorId> struck) =>
        struck.Contains(vote.Voter) || vote.Chain.Any(struck.Contains) || (vote.Through is { } through && struck.Contains(through));

    // Who had a hand in it, who owns such an account, and whoever any of them lets vote, however far; then whoever is kept apart from one of these.
    private HashSet<ActorId> Struck()
    {
        var struck = _hands.ToHashSet();
        struck.UnionWith(Accounts.Where(account => struck.Contains(account.Account)).Select(account => account.Owner).ToList());
        for (var known = 0; known < struck.Count;)
        {
            known = struck.Count;
            struck.UnionWith(_directory.Delegations.Where(one => one.Start <= Now && Now < one.End && struck.Contains(one.From)).Select(one => one.To).ToList());
        }

        foreach (var pair in _apart.Where(pair => struck.Any(person => Includes(pair.Contributing, person))).ToList())
        {
            struck.UnionWith(PolicyWorlds.People.Concat(Accounts.Select(account => account.Account)).Where(person => Includes(pair.Approving, person)));
        }

        return struck;
    }

    private bool Includes(Party party, ActorId person) => party.Person is { } one
        ? one == person
        : _directory.Memberships.Any(role => role.Role == party.Role && role.Members.Contains(person));

    private Party Party() => OneIn(2) ? Domain.Approvals.Party.Of(Anyone()) : Domain.Approvals.Party.In(_people.Memberships[_random.Next(3)].Role);

    private Delegation Delegation()
    {
        var from = Anyone();
        var start = Now + Duration.FromHours(_random.Next(-2, 2));
        return new Delegation(from, Besides(from), start, start + Duration.FromHours(_random.Next(1, 4)));
    }

    private Vote Vote(ActorId voter)
    {
        var isAccount = Accounts.Any(account => account.Account == voter);
        return new Vote(voter, _random.Next(10) switch { < 7 => VoteChoice.Approve, < 9 => VoteChoice.Reject, _ => VoteChoice.Abstain }, OneIn(10) ? Other : Content, At(), string.Empty)
        {
            Chain = isAccount || !OneIn(4) ? [] : Chain(voter),
            Through = isAccount || !OneIn(3) ? null : Accounts.FirstOrDefault(account => account.Owner == voter)?.Account,
        };
    }

    private ValueList<ActorId> Chain(ActorId voter)
    {
        var seat = Besides(voter);
        return OneIn(2) ? [seat, voter] : [seat, PolicyWorlds.People.First(person => person != seat && person != voter), voter];
    }

    private Instant At() => Now - (_random.Next(8) switch
    {
        0 => Validity,
        1 => Validity - Duration.FromNanoseconds(1_000),
        2 => Duration.FromDays(2),
        _ => Duration.Zero,
    });

    private ActorId Besides(ActorId person)
    {
        var others = PolicyWorlds.People.Where(other => other != person).ToList();
        return others[_random.Next(others.Count)];
    }

    private ActorId Anyone() => PolicyWorlds.People[_random.Next(PolicyWorlds.People.Count)];

    private bool OneIn(int count) => _random.Next(count) == 0;
}
