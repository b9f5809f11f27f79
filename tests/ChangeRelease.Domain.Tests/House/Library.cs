using System.Reflection;
using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>The built library, as reflection sees it.</summary>
internal static class Library
{
    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Assembly Assembly { get; } = typeof(Digest).Assembly;

    public static IReadOnlyList<Type> Types { get; } = [.. Assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>What people wrote, not what the compiler or a generator added.</summary>
    public static IReadOnlyList<Type> Written { get; } = [.. Types.Where(type => RoomOf(type) is not null && !IsGenerated(type))];

    public static IEnumerable<Type> Visible => Written.Where(IsVisible);

    /// <summary>The room a type lives in; empty for one that stands outside of every room, null for what is not the library's.</summary>
    public static string? RoomOf(Type type)
    {
        const string Root = "ChangeRelease.Domain";
        var place = type.Namespace;
        return type.Assembly != Assembly || place is null || (place != Root && !place.StartsWith($"{Root}.", StringComparison.Ordinal))
            ? null
            : place.Split('.').Skip(2).FirstOrDefault() ?? string.Empty;
    }

    public static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal)
        || (member.DeclaringType is { } outer && IsGenerated(outer));

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null;

    public static bool IsVisible(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
        : type.IsPublic;

    public static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    /// <summary>The members that a host can see, as they were written.</summary>
    public static IEnumerable<MemberInfo> VisibleMembers(Type type) => type.GetMembers(Declared).Where(member => !IsGenerated(member) && member switch
    {
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => false,
        MethodBase method => IsVisible(method),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo happening => IsVisible(happening.AddMethod),
        _ => false,
    });

    public static string NameOf(MemberInfo member) => member is Type type ? type.FullName ?? type.Name : $"{member.DeclaringType?.FullName}.{member.Name}";
}
