using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>The names of targets and people in a planning problem.</summary>
internal static class PlanningNames
{
    public static ResourceId Of(Target target) => new(BoundedNames.Of("target", target.ToString()));

    public static ResourceId Of(ActorId person) => new(BoundedNames.Of("person", person.Value));
}
