using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using static ChangeRelease.Domain.Tests.Embedding.Templates.Firm;
using ChangeBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ChangeId, ChangeRelease.Domain.Changes.ChangeRequest, ChangeRelease.Domain.Changes.ChangeCommand, ChangeRelease.Domain.Changes.ChangeEvent>;
using TemplateBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.TemplateId, ChangeRelease.Domain.Changes.ChangeTemplate, ChangeRelease.Domain.Changes.TemplateCommand, ChangeRelease.Domain.Changes.TemplateEvent>;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>What two or three actors want of the last uses of one template at once. Handing in takes eight port calls, giving back six.</summary>
internal static class UseRivalries
{
    private static readonly ChangeId[] Ids = [new("CHG-1"), new("CHG-2"), new("CHG-3")];

    public static Rivalry[] All { get; } =
    [
        Of("two want the last use", 1, [], [Submit(1)], [Submit(2)]),
        Of("two want one of two uses", 2, [], [Submit(1)], [Submit(2)]),
        Of("two want the last but one", 3, [Submit(3, "3")], [Submit(1)], [Submit(2)]),
        Of("the same is handed in twice", 1, [], [Submit(1)], [Submit(1)]),
        Of("one change is handed in by two", 1, [], [Submit(1)], [Submit(1, "other")]),
        Of("one hands in, one suspends", 1, [], [Submit(1)], [Suspend("s")]),
        Of("one hands in, one suspends and reinstates", 1, [], [Submit(1)], [Suspend("s"), Reinstate("r")]),
        Of("one hands in, one retires it", 1, [], [Submit(1)], [Retire("s")]),
        Of("one gives the last use back, one wants it", 1, [Submit(1, "1")], [Cancel(1)], [Submit(2)]),
        Of("one hands in and gives back, one wants it", 1, [], [Submit(1), Cancel(1)], [Submit(2)]),
        Of("one hands in what another gives up", 1, [], [Submit(1)], [Cancel(1)]),
        Of("two give back", 2, [Submit(1, "1"), Submit(2, "2")], [Cancel(1)], [Cancel(2)]),
        Of("one falls back, one gives up", 1, [Submit(1, "1"), Suspend("before")], [FallBack(1)], [Cancel(1)]),
        Of("one falls back, one reinstates", 1, [Submit(1, "1"), Suspend("before")], [FallBack(1)], [Reinstate("r")]),
        Of("one falls back while it is suspended", 1, [Submit(1, "1")], [FallBack(1)], [Suspend("s")]),
        Of("one falls back, one reinstates and wants the use", 1, [Submit(1, "1"), Suspend("before")], [FallBack(1)], [Reinstate("r"), Submit(2)]) with
        {
            Steps = [[GivesUp(FallBack(1)), Returns(FallBack(1))], [Reinstate("r"), Submit(2)]],
        },
        Of("a sweep while one gives up", 2, [Submit(1, "1"), Submit(2, "2"), Suspend("before")], [Sweep("sweep")], [Cancel(1)]),
        Of("a sweep while one falls back", 2, [Submit(1, "1"), Submit(2, "2"), Suspend("before")], [Sweep("sweep")], [FallBack(2)]),
        Of("one wants the last use of what is suspended then", 2, [Submit(3, "3")], [Submit(1)], [Suspend("s")]),
    ];

    /// <summary>Three actors with six to eight port calls each: for those who have the time.</summary>
    public static Rivalry[] Long { get; } =
    [
        Of("three want two uses", 2, [], [Submit(1)], [Submit(2)], [Submit(3)]),
        Of("one gives the last use back, two want it", 1, [Submit(1, "1")], [Cancel(1)], [Submit(2)], [Submit(3)]),
        Of("one hands in what another gives up, a third wants the use", 1, [], [Submit(1)], [Cancel(1)], [Submit(2)]) with
        {
            Steps = [[Holds(Submit(1)), Submit(1)], [Cancel(1)], [Submit(2)]],
        },
        Of("two want the last use, one suspends", 1, [], [Submit(1)], [Submit(2)], [Suspend("s")]),
    ];

    private static Rivalry Of(string name, int most, Bid[] before, params Bid[][] bids) =>
        new(name, new UseArena(most, Ids), [.. Published(most), .. Ids.Select(id => On(id, new OpenChange(id, "pre-approved", Work), Rita, "open")), .. before], bids);

    public static Bid[] Published(int most)
    {
        var content = Content with { MaximumUses = most };
        var digest = TemplateFields.DigestOf(content);
        return
        [
            On(new ProposeTemplate(Restart, content), Paul, "propose"),
            On(new SubmitTemplate(), Paul, "submit"),
            On(new VoteOnTemplate(VoteChoice.Approve, digest), Ann, "ann"),
            On(new VoteOnTemplate(VoteChoice.Approve, digest), Bob, "bob"),
            On(new PublishTemplate(), Otto, "publish"),
        ];
    }

    public static ChangeBid On(ChangeId change, ChangeCommand command, Actor actor, string id) =>
        new((store, tenant) => new Firm { Of = tenant }.Changes(store), change, command, actor, id);

    public static TemplateBid On(TemplateCommand command, Actor actor, string id) =>
        new((store, tenant) => new Firm { Of = tenant }.Templates(store), Restart, command, actor, id);

    private static ChangeBid Submit(int number, string id = "submit") => On(Ids[number - 1], new SubmitChange(), Rita, id);

    private static ChangeBid Cancel(int number) => On(Ids[number - 1], new CancelChange("no need"), Rita, "cancel");

    private static ChangeBid FallBack(int number) => On(Ids[number - 1], new FallBackToNormal("it lapsed"), Rita, "fall-back");

    private static TemplateBid Suspend(string id) => On(new SuspendTemplate("why"), Otto, id);

    private static TemplateBid Reinstate(string id) => On(new ReinstateTemplate("it is well"), Otto, id);

    private static TemplateBid Retire(string id) => On(new RetireTemplate("not needed"), Otto, id);

    // A use is held before the change is handed in, and returned after it is given up.
    private static BegunBid Holds(Bid submit) => new(submit, 1, string.Empty);

    private static BegunBid GivesUp(Bid bid) => new(bid, 1, "done");

    private static FinishingBid Returns(Bid bid) => new(bid);

    private static SweepBid Sweep(string id) => new(id);
}
