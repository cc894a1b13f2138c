package reload.lab.mall;

/// What the label cuts this winter. One line a style, `|` between: shelf, the series it belongs to, what it is,
/// price, cut, fibres, the cloths it comes in (`name:weave[:second colour]`), dyes, and what we say of it.
final class Styles {
    private Styles() {}

    static final String DYES = """
            white 흰색 #f6f3ec
            ivory 아이보리 #f0e9da
            cream 크림 #f1e4c8
            oat 오트밀 #dfd3bd
            beige 베이지 #c9b494
            camel 카멜 #b3895b
            mocha 모카 #836752
            cocoa 코코아 #5a4438
            brick 벽돌 #9f5540
            wine 와인 #672d37
            rose 마른장미 #c49a92
            mustard 모과 #c09b50
            olive 올리브 #6b6947
            moss 이끼 #4e5943
            sage 세이지 #a3ac95
            teal 청록 #315559
            sky 하늘 #b0c1ce
            water 물빛 #8099b0
            navy 네이비 #29324a
            ink 먹색 #2b2c31
            char 차콜 #494a4e
            ash 재회색 #9a9996
            mel 멜란지그레이 #b9b7b2
            lilac 라일락 #b3a8bb
            bleach 연청 #a9bbc9
            denim 중청 #617d9c
            indigo 진청 #324361
            jet 흑청 #313237
            """;

    static final String STYLES = """
            outer|처마|발마칸 코트|298000|coat neck=balmacaan close=hidden len=540 pockets=slit|울 80 나일론 20|울 멜턴:melton;헤링본:herringbone;글렌체크:glen:brick;윈도페인:windowpane:camel|oat char camel navy ash|어깨선을 두지 않고 소매까지 한 장으로 이어, 두꺼운 니트를 입어도 팔이 편합니다. 처마 밑에서 비를 긋듯 넉넉한 품입니다.
            outer|해질녘|핸드메이드 더블 코트|348000|coat neck=notch close=double len=520 pockets=flap|울 90 캐시미어 10|울 캐시미어:melton;헤링본:herringbone;하운드투스:houndstooth:char|camel ink beige mocha|두 겹의 천을 손바느질로 이어 안감 없이도 안쪽이 깨끗합니다. 해가 지고 나서 더 따뜻하게 느껴지는 무게입니다.
            outer|문살|싱글 테일러드 코트|258000|coat neck=notch close=single len=480 fit=slim|울 70 폴리에스터 30|울 트윌:twill;글렌체크:glen:wine;핀스트라이프:pinstripe:mel|char navy camel moss|창호의 문살처럼 곧은 선으로 재단했습니다. 라펠이 낮아 머플러를 둘러도 앞이 뜨지 않습니다.
            outer|온돌|숄 로브 코트|318000|coat neck=shawl belt close=open len=550 pockets=slit|울 85 알파카 15|알파카 블렌드:melton;부클레:boucle;울 트윌:twill|oat rose mocha ash|단추 없이 끈 하나로 여밉니다. 아랫목에 앉은 것처럼 몸을 감싸는 코트예요.
            outer|서리|더플 코트|268000|coat neck=hood close=toggle len=440 pockets=patch|울 75 폴리에스터 25|멜턴:melton;체크:tartan:wine;헤링본:herringbone|navy camel moss char|나무 토글과 가죽 고리를 하나씩 손으로 달았습니다. 첫서리 내린 날 아침에 꺼내 입기 좋습니다.
            outer|굴뚝|숏 퍼퍼|189000|puffer neck=puff close=zip len=330|겉 나일론 100 충전재 오리솜털 80 깃털 20|무광 다운:satin;유광 다운:leather;경량 다운:plain|moss ink cream brick sky|목까지 올라오는 깃이 얼굴 아래를 덮습니다. 굴뚝 연기처럼 가볍고 오래 따뜻합니다.
            outer|굴뚝|후드 롱 패딩|279000|puffer neck=hood fur close=zip len=520|겉 나일론 100 충전재 오리솜털 80 깃털 20|무광 다운:plain;유광 다운:satin|ink oat teal|무릎을 덮는 길이. 후드의 인조 퍼는 떼어 낼 수 있습니다.
            outer|다락|패딩 베스트|129000|puffer vest neck=puff close=zip len=320|겉 나일론 100 충전재 폴리에스터 100|무광:plain;코듀로이:corduroy;새틴:satin|cream camel navy sage|코트 안에도, 스웨트셔츠 위에도. 소매가 없어 설거지할 때도 벗지 않게 됩니다.
            outer|양지|무스탕 재킷|238000|coat neck=stand shearling close=zip len=350 pockets=slit|겉 폴리우레탄 100 안 폴리에스터 100|에코 스웨이드:plain;에코 레더:leather|mocha ink camel|안쪽까지 보송한 에코 시어링. 볕이 드는 쪽으로 자꾸 서게 되는 옷입니다.
            outer|마루|데님 트러커|119000|coat neck=collar close=snap pockets=chest len=310 fit=slim|면 100|워싱 데님:denim;코듀로이:corduroy|denim indigo jet cocoa|마루에 툭 걸쳐 둬도 모양이 사는 두께의 데님입니다.
            outer|볏짚|플리스 집업|98000|coat neck=stand close=zip len=350 pockets=slit|폴리에스터 100|부클 플리스:boucle;양면 플리스:melton|cream oat moss lilac|재생 폴리에스터로 짠 도톰한 플리스. 어깨와 주머니에 힘을 주어 늘어지지 않습니다.
            outer|누비|퀼팅 라이너|109000|coat neck=round close=snap len=360 pockets=patch piped|겉 면 60 나일론 40 충전재 폴리에스터|마름모 퀼팅:quilt:ink;새틴 퀼팅:quilt:cream|olive navy oat|이불장 속 누비이불의 무늬를 그대로 가져왔습니다. 코트 안에 한 겹, 그대로 한 겹.
            outer|안개|트렌치 코트|228000|coat neck=peak close=double belt epaulette len=540 pockets=slit|면 65 나일론 35|코튼 개버딘:twill;체크:glen:camel|beige navy moss|바람이 스미지 않게 앞을 한 번 더 덮었습니다. 기모 안감을 더해 12월까지 입습니다.
            outer|모퉁이|트위드 재킷|168000|coat neck=round close=single buttons=4 button=gold len=320 fit=slim pockets=flap piped|울 40 아크릴 35 폴리에스터 25|부클레:boucle;체크:tartan:cream|ivory rose ink|실을 굵기대로 섞어 짜 가까이 볼수록 색이 많습니다. 청바지 위에 걸쳐 보세요.
            outer|새벽|블루종|148000|coat neck=stand ribbed close=zip len=330 pockets=slit|나일론 100|나일론:satin;에코 레더:leather;코듀로이:corduroy|ink moss beige|허리와 손목을 시보리로 조여 자전거를 타도 바람이 들지 않습니다.
            knit|모닥불|라운드 니트|79000|top neck=crew ribbed|램스울 70 나일론 30|케이블:cable;청키:chunky;메리노:knit|oat ivory moss wine mustard|짜임이 불길처럼 위로 오릅니다. 안쪽 실 끝을 모두 숨겨 맨살에도 부드럽습니다.
            knit|귤빛|브이넥 니트|69000|top neck=v ribbed fit=loose|울 50 아크릴 50|램스울:knit;알파카:melton;아가일:argyle:oat|brick camel navy mel|셔츠 깃이 딱 보일 만큼만 팠습니다. 귤을 까먹으며 입는 니트.
            knit|문풍지|터틀넥 니트|62000|top neck=turtle ribbed fit=slim|메리노울 100|골지:rib;메리노:knit;와플:waffle|ink cream mocha ash teal|얇지만 바람이 새지 않습니다. 목이 조이지 않도록 두 번 접는 길이로 떴습니다.
            knit|찻물|브이 카디건|89000|top neck=cardigan ribbed|울 60 나일론 40|램스울:knit;골지:rib;케이블:cable|sage oat mocha lilac ink|우려낸 찻물 같은 색을 모았습니다. 단추는 모두 야자 껍질입니다.
            knit|찻물|라운드 숏 카디건|78000|top neck=round-cardigan ribbed fit=slim len=316 button=gold button-size=5 buttons=6|울 60 나일론 40|램스울:knit;부클:boucle;골지:rib|ivory rose sky ink|허리선 위에서 끝나 하이웨이스트와 잘 맞습니다.
            knit|설피|요크 니트|98000|top neck=crew ribbed fit=boxy yoke|울 100|페어아일:fairisle:cream;노르딕:fairisle:ink|navy wine moss cream|눈밭의 발자국을 무늬로 옮겼습니다. 뒷면의 실도 촘촘히 감아 걸리지 않아요.
            knit|아랫목|하프넥 니트|72000|top neck=mock ribbed fit=loose|울 40 아크릴 60|청키:chunky;와플:waffle;멜란지:melton|beige char rose|넉넉한 품, 짧은 목. 담요 대신 입는 니트입니다.
            knit|둥지|청키 카디건|118000|top neck=cardigan ribbed fit=loose len=420 buttons=4 button-size=9 low-pockets|울 80 나일론 20|청키:chunky;케이블:cable;부클:boucle|oat char olive|아우터만큼 두껍게 떴습니다. 주머니에 손을 넣으면 손등까지 들어갑니다.
            knit|밤나무|니트 베스트|58000|top neck=v ribbed sleeve=none fit=slim len=340|울 70 나일론 30|램스울:knit;아가일:argyle:camel;케이블:cable|cocoa navy cream|셔츠 위에 한 겹. 겨드랑이를 넉넉히 파서 겹쳐 입어도 편합니다.
            knit|첫눈|보트넥 앙고라 니트|76000|top neck=boat ribbed|앙고라 30 울 40 나일론 30|앙고라:melton;스트라이프:breton:ink|ivory rose lilac|쇄골을 따라 얕게 판 목선. 앙고라를 섞어 첫눈처럼 보송합니다.
            knit|종이배|니트 폴로|74000|top neck=polo ribbed placket=half|메리노울 100|메리노:knit;골지:rib|cream navy moss|깃이 서 있도록 두 겹으로 떴습니다. 재킷 안에 셔츠 대신.
            shirt|창가|옥스퍼드 셔츠|59000|top neck=collar placket shirttail cuffed pocket|면 100|솔리드:plain;스트라이프:stripe:white;깅엄:gingham:water|white sky cream|빨수록 부드러워지는 옥스퍼드. 창가에 널어 말리면 다림질이 필요 없습니다.
            shirt|창가|오버핏 셔츠|64000|top neck=collar placket shirttail cuffed fit=loose|면 100|포플린:plain;스트라이프:stripe:white;핀스트라이프:pinstripe:navy|water white sage rose|어깨를 3cm 내리고 등에 주름을 하나 잡았습니다.
            shirt|낙엽|플란넬 체크 셔츠|69000|top neck=collar placket shirttail cuffed pockets fit=boxy|면 100 기모|타탄:tartan:wine;버펄로:gingham:ink;윈도페인:windowpane:cream|camel moss brick navy|기모를 양면에 올려 티셔츠 한 장 위에 바로 걸칩니다.
            shirt|편지|보우 블라우스|72000|top neck=bow cuffed placket|폴리에스터 100|새틴:satin;도트:dot:cream;시폰:plain|ivory ink rose|묶으면 리본, 풀면 스카프. 한쪽 끈을 조금 길게 두었습니다.
            shirt|편지|라운드칼라 블라우스|66000|top neck=round-collar placket puff cuffed fit=slim|면 70 텐셀 30|코튼:plain;플라워:floral:cream;코듀로이:corduroy|cream navy sky wine|둥근 깃에 작은 조개 단추. 소매 끝에만 볼륨을 주었습니다.
            shirt|골목|코듀로이 셔츠|74000|top neck=collar placket shirttail cuffed pockets|면 100|14골:corduroy;워싱:corduroy|camel moss ink mocha|셔츠와 재킷 사이의 두께. 단추를 열어 카디건처럼 입기도 합니다.
            shirt|물안개|밴드칼라 셔츠|58000|top neck=band placket cuffed fit=loose|면 55 리넨 45|코튼 리넨:plain;스트라이프:stripe:ivory|oat white water|깃이 없어 코트 안에서 가장 편한 셔츠.
            shirt|마루|데님 셔츠|69000|top neck=collar placket shirttail cuffed pockets|면 100|라이트 온스:denim;워싱:denim|bleach indigo denim|7온스 데님. 안에 입어도 두껍지 않고 겉에 입어도 얇지 않습니다.
            top|달력|헤비 코튼 티셔츠|36000|top neck=crew sleeve=short fit=boxy|면 100|솔리드:plain;해무늬:plain;산무늬:plain|white ink oat moss|260g 두꺼운 면. 목은 두 번 박아 늘어나지 않습니다.
            top|달력|롱슬리브 티셔츠|39000|top neck=crew|면 100|솔리드:plain;와플:waffle;스트라이프:breton:navy;골지:rib|ivory ash cream teal|코트 안에서 소매가 말려 올라가지 않게 소매통을 줄였습니다.
            top|산책|스웨트셔츠|56000|top neck=crew ribbed fit=loose|면 85 폴리에스터 15 기모|기모 해무늬:melton:brick;작은해:melton:navy;새무늬:melton:cream|mel oat navy sage|안쪽에 짧은 기모를 올렸습니다. 가슴의 그림은 우리 작업실 창에 걸리는 늦은 해예요.
            top|산책|후드 스웨트셔츠|68000|top neck=hood ribbed kangaroo fit=loose|면 80 폴리에스터 20 기모|기모:melton;피그먼트:plain|mel ink cocoa cream|후드를 두 겹으로 만들어 뒤로 넘겨도 모양이 섭니다.
            top|산책|하프집업|72000|top neck=mock ribbed fit=loose placket=half|면 80 폴리에스터 20|스웨트:melton;플리스:boucle|cream navy moss|목까지 올리면 머플러가 필요 없습니다.
            top|속살|터틀 히트 톱|32000|top neck=turtle fit=slim roll=48|텐셀 55 아크릴 35 폴리우레탄 10|모달:plain;골지:rib;브러시드:melton|ivory ink mocha rose|속에 입는 옷이라 솔기를 바깥으로 돌렸습니다.
            top|조각|헨리넥 티셔츠|42000|top neck=crew placket=half|면 100|와플:waffle;슬럽:plain|oat moss char|단추 셋, 그 이상은 없습니다.
            top|조각|스퀘어넥 톱|38000|top neck=square fit=slim sleeve=three|레이온 60 나일론 35 폴리우레탄 5|골지:rib;저지:plain|ink ivory wine|카디건을 벗어도 괜찮은 이너.
            pants|나루|와이드 슬랙스|78000|pants leg=wide pleats crease|폴리에스터 65 레이온 30 폴리우레탄 5|트윌:plain;울 블렌드:melton;핀스트라이프:pinstripe:mel;글렌체크:glen:camel|char beige ink ash|앞주름을 두 개 잡아 앉아도 당기지 않습니다. 나룻배처럼 느긋한 통.
            pants|나루|스트레이트 슬랙스|72000|pants leg=straight crease|폴리에스터 65 레이온 30 폴리우레탄 5|트윌:twill;기모:plain;헤링본:herringbone|ink mocha navy|복사뼈에서 끝나는 길이. 구두에도 운동화에도.
            pants|마루|스트레이트 데님|79000|pants leg=straight jeans faded|면 100|워싱:denim;논워싱:denim;기모:denim|denim indigo jet bleach|13온스 순면. 두 달쯤 입으면 무릎이 내 것이 됩니다.
            pants|마루|와이드 데님|82000|pants leg=wide jeans|면 100|워싱:denim;생지:denim;컬러:plain|bleach indigo jet cream|밑단을 접어도, 끌어도 좋은 길이입니다.
            pants|마루|부츠컷 데님|79000|pants leg=boot jeans faded|면 98 폴리우레탄 2|워싱:denim;블랙:denim|denim jet indigo|무릎 위에서 한 번 좁혔다가 천천히 퍼집니다.
            pants|골목|코듀로이 팬츠|69000|pants leg=straight pleats|면 100|8골:corduroy;와이드웨일:corduroy;턴업:corduroy|camel moss cocoa cream|골이 굵어 멀리서도 골이 보입니다. 가을부터 꺼내 봄에 넣습니다.
            pants|산책|조거 스웨트팬츠|58000|pants leg=balloon elastic cuffs|면 80 폴리에스터 20 기모|기모:melton;플리스:boucle|mel oat ink moss|무릎이 나와도 모양이 남는 풍선 실루엣.
            pants|산책|이지 밴딩 팬츠|54000|pants leg=wide elastic|면 55 폴리에스터 45|코튼:plain;골지 니트:rib;울 터치:melton|oat char navy|집 앞까지 나가도 되는 집옷.
            pants|고샅|카고 팬츠|84000|pants leg=wide cargo|면 100|코튼 트윌:twill;워싱:plain|olive beige jet|주머니는 크게, 덮개는 납작하게.
            pants|고샅|치노 팬츠|62000|pants leg=taper turn-up|면 98 폴리우레탄 2|트윌:twill;피치 기모:plain|beige navy moss|발목으로 갈수록 좁아지고 밑단을 한 번 접었습니다.
            pants|문살|사이드라인 팬츠|68000|pants leg=straight stripe-side elastic|폴리에스터 95 폴리우레탄 5|저지:plain:cream;트윌:twill:brick|ink navy|옆선에 색을 한 줄. 걸을 때만 보입니다.
            skirt|주름종이|플리츠 미디 스커트|69000|skirt shape=pleats len=440|폴리에스터 100|솔리드:plain;글렌체크:glen:brick;타탄:tartan:moss|char oat wine navy|열로 눌러 세탁해도 풀리지 않는 주름입니다.
            skirt|주름종이|플리츠 미니 스커트|56000|skirt shape=pleats len=250|울 40 폴리에스터 60|울 체크:tartan:cream;솔리드:twill;하운드투스:houndstooth:ink|navy ash cream|안에 속바지를 달아 계단에서도 편합니다.
            skirt|들바람|플레어 롱 스커트|72000|skirt shape=flare len=470|폴리에스터 100|새틴:satin;플라워:floral:cream;스웨이드:plain|mocha moss ink rose|바람을 안았다가 놓아주는 360도 플레어.
            skirt|들바람|티어드 스커트|64000|skirt shape=tiers len=460 elastic|면 100|코튼:plain;도트:dot:cream;체크:gingham:char|ivory ink olive|세 단으로 이어 아래로 갈수록 풍성해집니다.
            skirt|골목|코듀로이 A 스커트|58000|skirt shape=a len=270 buttons|면 98 폴리우레탄 2|11골:corduroy;와이드웨일:corduroy|camel moss wine|앞단추는 장식이 아니라 모두 열립니다.
            skirt|문살|H 미디 스커트|62000|skirt shape=h len=430 slit|울 50 폴리에스터 50|울 블렌드:melton;글렌체크:glen:camel;헤링본:herringbone|char mocha ink|뒤가 아니라 앞을 텄습니다. 계단을 오르기 좋아요.
            skirt|마루|데님 롱 스커트|68000|skirt shape=h jeans slit len=470|면 100|워싱:denim;생지:denim|denim indigo jet|데님 바지 한 벌을 풀어 다시 이은 듯한 선.
            skirt|찻물|니트 머메이드 스커트|59000|skirt shape=mermaid elastic len=450|레이온 50 나일론 30 폴리에스터 20|골지:rib;메리노:knit|oat ink mocha|허리는 고무줄, 무릎 아래에서 살짝 퍼집니다.
            skirt|서리|울 랩 스커트|66000|skirt shape=wrap len=430|울 60 폴리에스터 40|타탄:tartan:navy;울 트윌:twill;윈도페인:windowpane:oat|wine moss camel|두르고 단추 두 개로 여미는 겨울 랩스커트.
            dress|창가|셔츠 원피스|98000|dress neck=collar placket belt cuffed|면 100|코튼:plain;스트라이프:stripe:white;타탄:tartan:navy|moss water camel navy|끈을 묶으면 원피스, 풀면 긴 셔츠 재킷.
            dress|문풍지|골지 니트 원피스|88000|dress neck=mock shape=column ribbed|레이온 50 나일론 30 폴리에스터 20|골지:rib;케이블:cable;와플:waffle|oat ink mocha|붙지 않고 흐르는 두께로 떴습니다. 속이 비치지 않아요.
            dress|들꽃|퍼프 소매 원피스|94000|dress neck=v puff tiers|폴리에스터 100|플라워:floral:cream;도트:dot:ivory;새틴:satin|navy wine moss|마른 들꽃을 눌러 그대로 무늬로 옮겼습니다.
            dress|밤나무|뷔스티에 원피스|84000|dress strap|면 98 폴리우레탄 2|코듀로이:corduroy;울 체크:tartan:ink;데님:denim|cocoa char camel indigo|안에 무엇을 입느냐로 네 계절이 됩니다. 터틀넥은 따로 판매합니다.
            dress|편지|랩 원피스|92000|dress neck=wrap belt plain-waist|폴리에스터 100|새틴:satin;도트:dot:cream;플라워:floral:rose|ink teal brick|앞을 겹쳐 여미고 안쪽에 단추를 하나 더 달았습니다.
            dress|온돌|터틀넥 롱 원피스|96000|dress neck=turtle shape=column len=570|울 40 아크릴 60|메리노:knit;헤비 골지:rib|char beige wine|발목까지 한 벌의 니트.
            dress|수련|라운드칼라 원피스|92000|dress neck=round-collar collar=white placket=half|면 70 폴리에스터 30|벨벳 코듀로이:corduroy;울 터치:melton;체크:glen:cream|navy wine ink|흰 깃은 똑딱단추로 떼어 빨 수 있습니다.
            dress|모퉁이|스퀘어넥 원피스|88000|dress neck=square sleeve=three belt=leather|폴리에스터 65 레이온 35|울 터치:melton;글렌체크:glen:oat|mocha ink moss|벨트를 함께 드립니다. 목걸이가 필요 없는 목선.
            goods|털실|울 머플러|48000|muffler|울 100|체크:check:cream;타탄:tartan:navy;솔리드:melton;헤링본:herringbone|brick oat char moss|2미터 10센티. 두 번 두르고도 남습니다.
            goods|털실|니트 비니|32000|beanie|울 50 아크릴 50|청키:chunky;골지:rib;케이블:cable|teal oat ink mustard|접는 단을 넓게 떠 귀를 다 덮습니다.
            goods|털실|방울 비니|36000|beanie pompom|울 50 아크릴 50|청키:chunky:cream;노르딕:fairisle:cream|wine navy sage|방울은 똑딱이라 빨래할 때 뗍니다.
            goods|볏짚|버킷햇|39000|bucket-hat|폴리에스터 100|코듀로이:corduroy;부클:boucle;퀼팅:quilt:ink|beige cream moss|챙에 심을 넣지 않아 접어 넣을 수 있습니다.
            goods|달력|볼캡|34000|cap|면 100|코튼:twill:cream;코듀로이:corduroy:oat|moss navy camel|깊이를 1cm 더해 머리가 커도 편합니다.
            goods|해질녘|울 베레|38000|beret|울 100|펠트:melton;부클:boucle|wine ink oat|안쪽 끈으로 크기를 조절합니다.
            goods|설피|벙어리장갑|34000|mittens|울 80 나일론 20|페어아일:fairisle:wine;케이블:cable|cream navy oat|엄지까지 안감을 넣었습니다.
            goods|설피|가죽 장갑|59000|mittens leather|양가죽 100|양가죽:leather;스웨이드:plain|cocoa ink camel|손끝으로 화면을 쓸 수 있습니다.
            goods|아랫목|울 양말|14000|socks tip|울 60 나일론 38 폴리우레탄 2|배색:knit:brick;골지:rib:cream|rose oat navy char|발끝을 손으로 이어 걸리는 데가 없습니다.
            goods|장바구니|캔버스 토트|42000|tote mark|면 100|16온스:plain:brick;코듀로이:corduroy:cream|ivory moss navy|노트북과 대파가 함께 들어갑니다.
            goods|장바구니|레더 쇼퍼|148000|tote strap=leather w=160 h=270|소가죽 100|소가죽:leather;스웨이드:plain|cocoa ink camel|바닥을 두 겹으로 대어 세워 둘 수 있습니다.
            goods|반달|호보 숄더백|128000|shoulder-bag shape=moon|소가죽 100|소가죽:leather;퀼팅:quilt:ink;코듀로이:corduroy|mocha ink cream|어깨에 메면 반달이 옆구리에 기댑니다.
            goods|반달|플랩 숄더백|138000|shoulder-bag|소가죽 100|소가죽:leather;에코 스웨이드:plain|navy wine camel|잠금쇠는 딸깍 소리가 작게 나도록 골랐습니다.
            goods|반달|복조리 버킷백|118000|bucket-bag|소가죽 100|소가죽:leather;코듀로이:corduroy|camel moss ink|입구를 당기면 복조리처럼 오므라듭니다.
            goods|모퉁이|데이 백팩|88000|backpack|나일론 100|나일론:twill;퀼팅:quilt:ink|ink moss oat|14인치까지. 등판을 비워 코트가 눌리지 않습니다.
            goods|나루|가죽 벨트|46000|belt|소가죽 100|소가죽:leather|cocoa ink camel|구멍은 다섯, 버클은 황동.
            """;
}
