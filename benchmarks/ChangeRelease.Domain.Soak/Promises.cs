using ChangeRelease.Domain.Tests.Approvals;
using ChangeRelease.Domain.Tests.Calendars;
using ChangeRelease.Domain.Tests.Changes.Asking;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Permits;
using ChangeRelease.Domain.Tests.Embedding.Crashes;
using ChangeRelease.Domain.Tests.Embedding.Deliveries;
using ChangeRelease.Domain.Tests.Embedding.Faults;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.History;
using ChangeRelease.Domain.Tests.Promises;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Soak;

/// <summary>The promises that can be walked, by their numbers.</summary>
internal static class Promises
{
    private static readonly Dictionary<string, Func<Task<IPromise>>> Known = new(StringComparer.Ordinal)
    {
        ["p3"] = () => Task.FromResult<IPromise>(new FaultPromise()),
        ["p4"] = () => Task.FromResult<IPromise>(new RivalPromise(isLong: true)),
        ["p5"] = () => Task.FromResult<IPromise>(CrashPromise.Full()),
        ["p6"] = () => Task.FromResult<IPromise>(new DeliveryPromise()),
        ["p8"] = () => Task.FromResult<IPromise>(new SegregationPromise(people: 4)),
        ["p10"] = async () => await PermitPromise.BeginAsync(),
        ["p11"] = () => Task.FromResult<IPromise>(new JourneyPromise()),
        ["p12"] = () => Task.FromResult<IPromise>(new TamperPromise()),
        ["p13"] = () => Task.FromResult<IPromise>(new PlanPromise()),
        ["p15"] = () => Task.FromResult<IPromise>(new ClockChangePromise()),
        ["p16"] = () => Task.FromResult<IPromise>(new BoundedWorkPromise(isTimed: true)),
        ["p21"] = () => Task.FromResult<IPromise>(new AskingPromise()),
        ["store-contract"] = () => Task.FromResult<IPromise>(new StorePromise()),
        ["releases"] = () => Task.FromResult<IPromise>(new ReleasePromise()),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    public static Task<IPromise> BeginAsync(string name) => Known[name]();
}
