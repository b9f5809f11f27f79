using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Every requirement that changes can be asked for, as it stands in the library.</summary>
internal static class BuiltInNeeds
{
    private static readonly object[] Owners =
        [Needs.Slots, Needs.Authorization, Needs.Ratifying, Needs.AuthorizingBoard, Needs.RatifyingBoard, Needs.Migration, Needs.MigratedBy, Needs.CarriedOverBy];

    public static IReadOnlyList<Requirement<ChangeAttempt>> All { get; } = [.. Of(typeof(Needs), null).Concat(Owners.SelectMany(owner => Of(owner.GetType(), owner)))];

    private static IEnumerable<Requirement<ChangeAttempt>> Of(Type type, object? owner) => type
        .GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
        .Where(property => property.PropertyType == typeof(Requirement<ChangeAttempt>))
        .Select(property => (Requirement<ChangeAttempt>)property.GetValue(owner)!);
}
