using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
using QuickStart.Input;
using static ChangeRelease.Domain.Changes.ChangeStates;

namespace QuickStart.Journeys;

/// <summary>Takes a change through its life: in each state, what people do there. Whether they may is the desk's to say.</summary>
internal sealed partial class ChangeLife : ILife
{
    private static readonly Duration _untilReview = Duration.FromDays(1);

    private readonly Stage _stage;
    private readonly PlannedChange _plan;
    private readonly ReleaseLife? _carrier;
    private readonly Visitor<ChangeId, ChangeRequest, ChangeCommand, ChangeEvent> _desk;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<(ActorId Voter, Digest Content, State At)> _asked = [];
    private Digest? _stale;
    private bool _isReady;

    public ChangeLife(Stage stage, PlannedChange plan, ReleaseLife? carrier)
    {
        (_stage, _plan, _carrier) = (stage, plan, carrier);
        Story = new Story(plan.Id.Value, plan.Type, plan.Content.Title);
        _desk = new(stage.Changes, plan.Id, Story, stage, change => change.Status.Name);
        carrier?.Carry(this);
    }

    /// <summary>Whether it is authorized as it will be made, and only waits for its release; or never will be.</summary>
    public bool IsReady => _isReady || Story.IsOver;

    public Story Story { get; }

    public PlannedChange Plan => _plan;

    public Instant Begins => _plan.Opens;

    public async Task<Instant?> NextAsync()
    {
        var again = await StepAsync(await _desk.FindAsync());
        Story.IsOver = again is null;
        return again;
    }

    private Task<Instant?> StepAsync(ChangeRequest? change) => change switch
    {
        null => _desk.DoAsync(_plan.Requester, "opens the change", new OpenChange(_plan.Id, _plan.Type, _plan.Content)),
        { Status: var at } when at == Draft => PrepareAsync(change),
        { Status: var at } when at == Recorded => SubmitAsync(),
        { Status: var at } when at == Assessing => AssessAsync(),
        { Status: var at } when at == Authorizing => DecideAsync(change, "authorizes it", new AuthorizeChange()),
        { Status: var at } when at == Approved => PlaceAsync(change),
        { Status: var at } when at == Scheduled => StartAsync(change),
        { Status: var at } when at == Implementing => CompleteAsync(change),
        { Status: var at } when at == Ratifying => RatifyAsync(change),
        { Status: var at } when at == Reviewing => ReviewAsync(change),
        _ => Task.FromResult<Instant?>(null),
    };

    private Task<Instant?> PrepareAsync(ChangeRequest change) =>
        _plan.SecondPerson is { } second && !_isGlassWhole ? BreakGlassAsync(change, second) : SubmitAsync();

    private async Task<Instant?> SubmitAsync()
    {
        var next = await _desk.DoAsync(_plan.Requester, "submits it", new SubmitChange());
        _stage.Facts.Submitted(Story.Stuck is null ? _plan.Content.Template : null);
        return next;
    }

    private async Task<Instant?> AssessAsync()
    {
        var assessment = new AssessChange(_plan.Impact, _plan.Risk, _plan.Reasoning, []);
        if (_plan.Assessor is null)
        {
            return await _desk.DoAsync(_plan.Requester, "assesses it, for want of an assessor", assessment);
        }

        await ShowAsync(_plan.Requester, "assesses the own change", assessment);
        return await _desk.DoAsync(_plan.Assessor, "assesses it", assessment);
    }

    /// <summary>One vote after the other, until the decision may be taken.</summary>
    private async Task<Instant?> DecideAsync(ChangeRequest change, string what, ChangeCommand decision)
    {
        await ShowAsync(_plan.Requester, change.Status == Ratifying ? "votes to ratify the own change" : "votes on the own change", Vote(change.Digest));
        if (_stage.Facts.DelegateOf(_plan.Requester) is { } other)
        {
            await ShowAsync(other, $"votes, whom {_plan.Requester.Id} lets vote for them", Vote(change.Digest));
        }

        await ShowAsync(_plan.Requester, $"{what} before the votes are there", decision);
        if (!await _desk.MayAsync(_plan.Requester, decision) && NextVoter(change) is { } voter)
        {
            await ShowStaleVoteAsync(voter);
            await _desk.TryAsync(voter, "votes for it", Vote(change.Digest));
            return _stage.Soon;
        }

        return await _desk.DoAsync(_plan.Requester, what, decision);
    }

    private async Task ShowStaleVoteAsync(Actor voter)
    {
        if (_stale is { } stale)
        {
            await ShowAsync(voter, "votes on what it said before the amendment", Vote(stale));
        }
    }

    private Actor? NextVoter(ChangeRequest change) =>
        _plan.Approvers.FirstOrDefault(approver => _asked.Add((approver.Id, change.Digest, change.Status)));

    private static VoteOnChange Vote(Digest seen) => new(ChangeRelease.Domain.Approvals.VoteChoice.Approve, seen);

    /// <summary>Shows each refusal once in a life, and twice in a story.</summary>
    private async Task ShowAsync(Actor who, string what, ChangeCommand command)
    {
        if (_shown.Add(what) && _stage.IsNew(what))
        {
            await _desk.TryInVainAsync(who, what, command);
        }
    }
}
