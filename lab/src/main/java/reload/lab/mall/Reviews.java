package reload.lab.mall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import reload.lab.mall.Product.Colour;
import reload.lab.mall.Product.Review;

/// What shoppers of this invented label wrote, put together from sentences of our own.
final class Reviews {
    private Reviews() {}

    private static final List<String> FAMILY =
            List.of("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "홍");
    private static final List<String> LAST =
            List.of("은", "진", "희", "영", "아", "현", "지", "서", "연", "우", "민", "림", "주", "경", "하", "솔");

    private static final Map<Category, List<String>> FIRST = Map.of(
            Category.OUTER,
            List.of(
                    "어깨가 편해서 안에 두꺼운 니트를 입어도 팔이 잘 올라가요.",
                    "사진보다 색이 조금 더 깊어요. 저는 그래서 더 좋았습니다.",
                    "무게가 있을 줄 알았는데 생각보다 가볍네요.",
                    "출근할 때 매일 입고 있어요. 지하철에서 구겨지지 않아요.",
                    "안감 마감이 깔끔해서 벗어 놓아도 예뻐요.",
                    "바람 부는 날 입고 한강 걸었는데 전혀 춥지 않았어요.",
                    "단추 다는 실까지 색을 맞춰 놨더라고요.",
                    "엄마가 보시더니 같은 걸로 하나 더 사 달라고 하세요.",
                    "길이가 딱 좋아요. 치마에도 바지에도 다 어울립니다."),
            Category.KNIT,
            List.of(
                    "맨살에 입었는데도 따갑지 않아요.",
                    "세탁망에 넣어 빨았는데 줄지 않았습니다.",
                    "짜임이 촘촘해서 비치지 않고 따뜻해요.",
                    "색이 정말 예뻐요. 얼굴이 환해 보인대요.",
                    "보풀이 조금 생기긴 하는데 이 가격에 이 촉감이면 만족해요.",
                    "소매가 손등을 살짝 덮는 길이라 마음에 들어요.",
                    "목이 조이지 않아서 하루 종일 입어도 편합니다.",
                    "도톰해서 집에서는 이것 하나만 입어요.",
                    "짜임이 사진 그대로예요. 실물이 더 입체적이에요."),
            Category.SHIRT,
            List.of(
                    "다림질 안 하고 널어서 말렸는데 괜찮아요.",
                    "깃이 힘 있게 서서 니트 안에 입기 좋아요.",
                    "비침이 거의 없어서 안심했어요.",
                    "단추가 자개라 빛을 받으면 예뻐요.",
                    "품이 여유로워서 재킷처럼 걸치고 다녀요.",
                    "등 주름 덕에 팔을 뻗어도 당기지 않네요.",
                    "첫 빨래 때 물 빠짐 없었습니다."),
            Category.TOP,
            List.of(
                    "열 번 넘게 빨았는데 목이 그대로예요.",
                    "두께가 있어서 겨울에 단독으로도 입어요.",
                    "핏이 과하지 않게 넉넉해요.",
                    "그림이 갈라지지 않아요. 뒤집어 빨고 있습니다.",
                    "색깔별로 세 장째예요.",
                    "남편이랑 같이 입으려고 두 치수 샀어요.",
                    "기모가 짧아서 먼지가 덜 묻어나요."),
            Category.PANTS,
            List.of(
                    "앉아 있어도 배가 눌리지 않아요.",
                    "기장 수선 없이 바로 입었어요.",
                    "허벅지가 여유로워서 자전거도 탑니다.",
                    "무릎이 나오지 않아 사무실용으로 딱이에요.",
                    "주머니가 깊어서 휴대폰이 쑥 들어가요.",
                    "다리가 길어 보인다는 말을 세 번 들었어요.",
                    "두께가 있어 한겨울 전까지는 내복 없이 가능할 듯해요."),
            Category.SKIRT,
            List.of(
                    "걸을 때 주름이 예쁘게 움직여요.",
                    "정전기가 거의 없어요.",
                    "안감이 있어서 스타킹에 말려 올라가지 않네요.",
                    "허리 뒤쪽이 밴딩이라 밥 먹고도 편합니다.",
                    "부츠랑 신으니까 딱 제가 원하던 느낌이에요.",
                    "세탁 후에도 주름이 살아 있어요."),
            Category.DRESS,
            List.of(
                    "아침에 고민할 게 없어졌어요. 이거 하나면 끝.",
                    "상견례 때 입었는데 칭찬 많이 들었습니다.",
                    "허리선 위치가 높아서 비율이 좋아 보여요.",
                    "안에 얇은 터틀넥 받쳐 입으니 겨울까지 문제없어요.",
                    "팔뚝이 끼지 않아 좋아요.",
                    "구김이 적어서 여행 가방에 말아 넣었어요."),
            Category.GOODS,
            List.of(
                    "선물했는데 매일 하고 다닌대요.",
                    "포장이 정갈해서 뜯기 아까웠어요.",
                    "마감이 꼼꼼해요. 실밥 하나 없었습니다.",
                    "가볍고 생각보다 많이 들어가요.",
                    "어느 옷에나 어울리는 색이에요.",
                    "작은 차이인데 두르면 사람이 달라 보여요.",
                    "사진 색과 거의 같아요."));

    private static final List<String> THEN = List.of(
            "평소 입는 치수 그대로 주문했고 잘 맞아요.",
            "한 치수 크게 골랐더니 넉넉하고 좋습니다.",
            "배송은 이틀 걸렸어요.",
            "처음엔 고민했는데 사길 잘했어요.",
            "다른 색도 나오면 또 살게요.",
            "할인할 때 사서 더 뿌듯하네요.",
            "내년에도 꺼내 입을 것 같아요.",
            "세탁법 카드가 같이 와서 좋았어요.",
            "교환 한 번 했는데 응대가 친절했습니다.",
            "",
            "",
            "");

    private static final List<String> GRUMBLES = List.of(
            "예쁜데 저한테는 소매가 조금 길어요.",
            "새 옷 냄새가 하루 정도 갔어요. 지금은 괜찮습니다.",
            "화면보다 살짝 어두워요. 그래도 입을 만해요.",
            "치수가 조금 작게 나온 것 같아요. 크게 주문하세요.",
            "재입고 기다리느라 오래 걸렸어요. 옷은 좋습니다.");

    static List<Review> of(Category category, List<Colour> colours, int number, int count, SplittableRandom dice) {
        List<Review> reviews = new ArrayList<>();
        Set<String> used = new HashSet<>();
        List<String> first = FIRST.getOrDefault(category, List.of());
        int tries = 0;
        while (reviews.size() < count && tries++ < 200) {
            boolean grumble = dice.nextInt(100) < 12;
            String opening =
                    grumble ? GRUMBLES.get(dice.nextInt(GRUMBLES.size())) : first.get(dice.nextInt(first.size()));
            String closing = grumble ? "" : THEN.get(dice.nextInt(THEN.size()));
            String body = (opening + " " + closing).strip();
            if (!used.add(body)) {
                continue;
            }
            int stars = grumble ? 3 + dice.nextInt(2) : dice.nextInt(100) < 78 ? 5 : 4;
            String author = FAMILY.get(dice.nextInt(FAMILY.size())) + "*" + LAST.get(dice.nextInt(LAST.size()));
            String size = category.sizes().get(dice.nextInt(category.sizes().size()));
            String option = colours.get(dice.nextInt(colours.size())).name() + " / " + size;
            String figure = category == Category.GOODS
                    ? ""
                    : (154 + dice.nextInt(24)) + "cm · " + (46 + dice.nextInt(24)) + "kg";
            reviews.add(new Review(
                    author, stars, 1 + (int) Math.floorMod(20L - reviews.size() + number, 21L), option, body, figure));
        }
        reviews.sort((a, b) -> Integer.compare(b.day(), a.day()));
        return reviews;
    }
}
